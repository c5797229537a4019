// SPDX-License-Identifier: Apache-2.0
/**
 * Jena's query engine with a budget: everything is charged unless listed as exempt.
 *
 * <p>The optimised algebra is rewritten: every function argument and operator expression becomes a {@link
 * org.onrecord.guard.engine.GuardedExpression}; every row of every operator is a step, and buffered rows are charged.
 * Arguments are charged before their function is called, and released after it has returned; bound values remain
 * charged. Only functions whose time is not proportional to the length of their arguments are replaced: those that
 * search, match and change case. {@code EveryFunctionTest} and {@code EveryOperatorTest} cover all functions,
 * aggregates and operators of ARQ with hostile arguments, and fail if Jena adds one.
 *
 * <p>Exempt: constants and variables that are not arguments, bound texts of up to 64 characters (included in the charge
 * of a row), and the 1,000 rows buffered by ORDER BY with a small LIMIT.
 *
 * <p>Only the functions and casts of SPARQL 1.1 are allowed: Jena's extensions can read files or environment variables,
 * or load classes by name. Rejected alternative: a denylist of dangerous functions, which misses unlisted ones.
 */
@NullMarked
package org.onrecord.guard.engine;

import org.jspecify.annotations.NullMarked;
