// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.query;

import org.apache.jena.query.Query;
import org.onrecord.engine.row.Step;

/** OFFSET and LIMIT. */
final class Slice implements Step {
    private final Step solutions;
    private final long start;
    private final long length;
    private long passed;

    /**
     * Creates a slice.
     *
     * @param start the number of solutions to leave out, or {@link Query#NOLIMIT}
     * @param length the number of solutions to pass on, or {@link Query#NOLIMIT}
     */
    Slice(Step solutions, long start, long length) {
        this.solutions = solutions;
        this.start = start;
        this.length = length;
    }

    @Override
    public void open() {
        passed = 0;
        solutions.open();
        long skipped = 0;
        while (skipped < start && solutions.next()) {
            skipped++;
        }
    }

    @Override
    public boolean next() {
        return (length == Query.NOLIMIT || passed++ < length) && solutions.next();
    }
}
