// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

/**
 * Limits of an export.
 *
 * @param memory approximate bytes of lines in memory while sorting
 * @param whole maximum triples of a JSON-LD or RDF/XML file; larger releases have one file per graph
 */
public record Bounds(long memory, long whole) {
    /** 64 MiB, and 500,000 triples. */
    public static final Bounds DEFAULTS = new Bounds(64L << 20, 500_000);

    public Bounds {
        if (memory < 1 || whole < 1) {
            throw new IllegalArgumentException("Bounds must be at least 1: memory " + memory + ", whole " + whole);
        }
    }
}
