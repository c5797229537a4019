// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

/** Receives the progress of long work, possibly from several threads. */
@FunctionalInterface
public interface Progress {
    /** A step is complete, or something must be known. */
    void step(String line);

    /**
     * A part of a step is complete.
     *
     * @param what the units, such as {@code files}
     * @param done how many are complete
     * @param all how many there are
     */
    default void part(String what, long done, long all) {}
}
