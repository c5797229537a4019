// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

/**
 * How much an export takes at a time.
 *
 * @param memory about how many bytes of lines are held while sorting; the rest waits on disk
 * @param whole from how many triples on JSON-LD and RDF/XML, which readers take whole, are one file a graph
 */
public record Bounds(long memory, long whole) {
    /** 64 MiB, and 500,000 triples. */
    public static final Bounds DEFAULTS = new Bounds(64L << 20, 500_000);

    public Bounds {
        if (memory < 1 || whole < 1) {
            throw new IllegalArgumentException("Bounds are at least 1: memory " + memory + ", whole " + whole);
        }
    }
}
