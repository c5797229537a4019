// SPDX-License-Identifier: Apache-2.0
/**
 * Joins on term numbers. A {@link org.onrecord.engine.join.JoinBlock} is everything that joins in one group of a query: its
 * parts are ordered together by exact counts of constants and counts per predicate, and run as one nested loop over a row
 * of integers.
 *
 * <p>A part is evaluated with the values that earlier parts bound. Where that could differ from the bottom-up semantics of
 * SPARQL 1.1 (section 18), the variables concerned are listed as unsafe, and the part comes before every other that binds
 * one of them; where that is impossible it is evaluated alone, into a {@link org.onrecord.engine.join.Table}.
 */
@NullMarked
package org.onrecord.engine.join;

import org.jspecify.annotations.NullMarked;
