// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.onrecord.guard.Budget;
import org.onrecord.http.ProblemException;
import org.onrecord.http.ProblemType;

/**
 * Counts what one validation keeps, and ends it at the time limit or when it keeps too much.
 *
 * @param budget looks at the time
 * @param held bytes, estimated
 */
record Charge(Budget budget, AtomicLong held) implements LongConsumer {
    private static final int MOST_MIB = 64;

    Charge(Budget budget) {
        this(budget, new AtomicLong());
    }

    @Override
    public void accept(long bytes) {
        budget.step();
        if (held.addAndGet(bytes) > (long) MOST_MIB << 20) {
            throw tooMuch();
        }
    }

    static ProblemException tooMuch() {
        return Checker.problem(
                ProblemType.BODY_TOO_LARGE,
                "The text and its findings take more than %d MiB, which is the most one validation may hold. Post less at a time, or validate with the program."
                        .formatted(MOST_MIB));
    }
}
