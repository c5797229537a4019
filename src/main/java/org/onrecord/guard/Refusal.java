// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

/**
 * The reason why a query was rejected or cancelled.
 *
 * @param kind the limit
 * @param detail the message: the limit, its value, and the remedy
 */
public record Refusal(Kind kind, String detail) {
    /** The memory pool of all queries is exhausted. */
    static Refusal noMemory() {
        return new Refusal(Kind.BUSY, "The server has no free memory for this query. Retry in a few seconds.");
    }

    /** Kinds of limits. */
    public enum Kind {
        /** The time limit. */
        TIME,
        /** The memory limit. */
        MEMORY,
        /** The limit of rows. */
        ROWS,
        /** The limit of bytes. */
        BYTES,
        /** A feature that is not allowed. */
        FEATURE,
        /** The nesting depth. */
        DEPTH,
        /** The number of running queries, threads or memory of the server. */
        BUSY,
        /** The number of running queries of a client. */
        CLIENT
    }
}
