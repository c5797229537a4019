// SPDX-License-Identifier: Apache-2.0
/**
 * What a changed graph means for the shapes: the focus nodes whose results may differ.
 *
 * <p>Decisions. Each shape is compiled into <em>clauses</em>: the triple patterns that its targets, constraints and queries
 * look up, with the variables that tie them to the focus node. A pattern that a changed triple matches is followed from
 * there to the focus node, over the graph that has the triple: before for a removed one, after for an added one. This is
 * enough, because where several patterns of a solution changed, the outermost of them is followed over a graph that has all
 * the others. Patterns in OPTIONAL, UNION, EXISTS, MINUS and sub-SELECT are followed to the enclosing group only through
 * variables that both sides always bind. A pattern that cannot be followed has its shape validated in full.
 *
 * <p>On the way, rows are dropped that cannot make a difference: filters that fail, joined patterns without a match, and
 * conditions (EXISTS, sub-SELECT, class of a value, target) that hold both before and after. So a change that breaks no rule
 * mostly leads to no focus node of the rules that are queries.
 */
@NullMarked
package org.onrecord.validation.change;

import org.jspecify.annotations.NullMarked;
