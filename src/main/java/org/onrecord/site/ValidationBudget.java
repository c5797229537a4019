// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.onrecord.guard.Budget;
import org.onrecord.http.ProblemException;
import org.onrecord.http.ProblemType;

/**
 * Limits time and memory of a validation.
 *
 * @param budget the time limit
 * @param used memory in bytes, estimated
 */
record ValidationBudget(Budget budget, AtomicLong used) implements LongConsumer {
    private static final int MAX_MIB = 64;

    ValidationBudget(Budget budget) {
        this(budget, new AtomicLong());
    }

    @Override
    public void accept(long bytes) {
        budget.step();
        if (used.addAndGet(bytes) > (long) MAX_MIB << 20) {
            throw memoryExceeded();
        }
    }

    static ProblemException memoryExceeded() {
        return ValidationHandler.problem(
                ProblemType.BODY_TOO_LARGE,
                "The validation needs more than %d MiB of memory. Post smaller parts, or use the command 'validate'."
                        .formatted(MAX_MIB));
    }
}
