// SPDX-License-Identifier: Apache-2.0
/**
 * Jena's query engine under a budget: nothing is free unless it is listed.
 *
 * <p>The optimised algebra is rewritten once: every argument of every function and every expression of an operator becomes
 * a {@link org.onrecord.guard.engine.GuardedExpression}, which is the one place where expressions are evaluated; every row
 * of every operator is a step, and rows that an operator keeps are charged. Arguments are charged before their function
 * builds anything from them, and given back when it has returned; values that are bound stay charged. Replaced as a whole
 * are only the functions whose time does not follow the length of their arguments: those that search, match, and change
 * case. {@code EveryFunctionTest} and {@code EveryOperatorTest} know all functions, aggregates and operators of ARQ, with
 * hostile arguments, and are red when Jena has a new one.
 *
 * <p>Exempt: constants and variables that are not arguments (they build nothing), texts of up to 64 characters that are
 * bound (a kept row is charged for them), and the thousand rows that ORDER BY with a small LIMIT keeps.
 *
 * <p>The functions that may be called are SPARQL 1.1's own and its casts: Jena's further ones read files or environment
 * variables, or load classes by name. Refused: a list of dangerous functions, each with a guard of its own; whatever it
 * did not name was free.
 */
@NullMarked
package org.onrecord.guard.engine;

import org.jspecify.annotations.NullMarked;
