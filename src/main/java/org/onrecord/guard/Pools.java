// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

/**
 * The memory of all queries together: a quarter of the heap for what they hold while they run, an eighth each for short
 * answers, of 1 MiB at most, and for long ones. So slow readers of long answers leave room for short ones.
 *
 * @param memory what queries hold while they run
 * @param shortAnswers answers that are short so far
 * @param longAnswers the others
 */
record Pools(Pool memory, Pool shortAnswers, Pool longAnswers) {
    private static final int SHORT_ANSWER_BYTES = 1 << 20;

    static Pools of(Limits limits) {
        return new Pools(
                Pool.ofHeap(4, limits.memory()), Pool.ofHeap(8, SHORT_ANSWER_BYTES), Pool.ofHeap(8, limits.bytes()));
    }

    long used() {
        return memory.used() + shortAnswers.used() + longAnswers.used();
    }

    Accounts accounts() {
        return new Accounts(memory.account(), shortAnswers.account(), longAnswers.account());
    }

    /** What one query has taken of each. */
    record Accounts(Pool.Account memory, Pool.Account shortAnswer, Pool.Account longAnswer) {
        /** Takes memory for a piece of the answer, of which there were so many bytes before; false if it is not free. */
        boolean reserveAnswer(long before, long more) {
            if (before + more <= SHORT_ANSWER_BYTES) {
                return shortAnswer.reserve(more);
            }
            long moved = shortAnswer.reserved();
            shortAnswer.release(moved);
            return longAnswer.reserve(moved + more);
        }

        void closeAnswer() {
            shortAnswer.close();
            longAnswer.close();
        }
    }
}
