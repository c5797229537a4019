// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

/**
 * Why a query was not run to its end.
 *
 * @param kind which bound it met
 * @param detail one sentence or more for the person who asked: the limit, its value, and what to do
 */
public record Refusal(Kind kind, String detail) {
    /** All queries together hold as much as they may. */
    static Refusal noMemory() {
        return new Refusal(Kind.BUSY, "The server has no memory free for this query now. Ask again in a few seconds.");
    }

    /** The bounds that a query can meet. */
    public enum Kind {
        /** It ran as long as a query may. */
        TIME,
        /** It would hold or build more than a query may, or than is free. */
        MEMORY,
        /** Its answer has more rows than an answer may. */
        ROWS,
        /** Its answer has more bytes than an answer may. */
        BYTES,
        /** It asks for something that this server does for nobody. */
        FEATURE,
        /** It is built too deeply to be run. */
        DEPTH,
        /** Too many queries are under way. */
        BUSY,
        /** Too many queries of the same client are under way. */
        CLIENT
    }
}
