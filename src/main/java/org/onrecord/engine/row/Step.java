// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.row;

/**
 * A step of a nested loop over a row of term numbers, in which 0 means unbound. {@link #open} begins with the current row;
 * each {@link #next} that returns true has extended the row by one solution; the one that returns false has restored it.
 */
public interface Step {
    /** Begins with the current row. */
    void open();

    /** Moves to the next solution, if there is one. */
    boolean next();
}
