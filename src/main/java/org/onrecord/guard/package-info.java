// SPDX-License-Identifier: Apache-2.0
/**
 * Limits of queries: time, memory, rows, bytes and concurrency.
 *
 * <p>A query runs in a thread of {@link org.onrecord.guard.Guard} with a {@link org.onrecord.guard.Budget}, to which
 * every step of the engine is charged. The reason for cancelling a query is a {@link org.onrecord.guard.Refusal} in the
 * budget, so that it is not lost if the engine swallows the exception. The calling thread waits at most for the time
 * limit; an abandoned query releases its lane and memory at once, and its thread counts as stuck if it continues.
 *
 * <p>Slow queries share a few lanes in turns, so that quick queries always find a free processor. Rejected
 * alternatives: thread priorities, which Linux ignores, and a single queue, in which four slow clients block all quick
 * queries.
 */
@NullMarked
package org.onrecord.guard;

import org.jspecify.annotations.NullMarked;
