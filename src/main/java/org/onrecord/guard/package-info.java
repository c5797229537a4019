// SPDX-License-Identifier: Apache-2.0
/**
 * What a query may cost: time, memory, rows and bytes, and how many run at a time.
 *
 * <p>A query runs in a thread of the {@link org.onrecord.guard.Guard}'s and carries a {@link org.onrecord.guard.Budget},
 * which every step of the engine is charged to. What ends a query early is a {@link org.onrecord.guard.Refusal}, kept in
 * the budget, so that it cannot be lost to a piece of the engine that swallows exceptions. The thread that asked waits no
 * longer than the time limit, whatever the query's thread does; a query that is abandoned gives back its place, its lane
 * and its memory at once, and its thread counts as stuck if it goes on.
 *
 * <p>Queries that have used the processor for a while take turns in few lanes, so that quick ones find a free processor
 * whatever else is asked. Refused: priorities of threads, which Linux ignores, and one queue for all, which lets four
 * slow clients stop every quick one.
 */
@NullMarked
package org.onrecord.guard;

import org.jspecify.annotations.NullMarked;
