// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

/**
 * The memory of all queries: a quarter of the heap for running queries, an eighth for short answers of at most 1 MiB,
 * and an eighth for long answers. Clients that read long answers slowly do not block short ones.
 *
 * @param memory memory of running queries
 * @param shortAnswers memory of answers of at most 1 MiB
 * @param longAnswers memory of longer answers
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

    /** The accounts of one query. */
    record Accounts(Pool.Account memory, Pool.Account shortAnswer, Pool.Account longAnswer) {
        /** Reserves memory for more bytes of the answer; returns false if it is not available. */
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
