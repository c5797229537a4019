// SPDX-License-Identifier: Apache-2.0
/**
 * The query catalogue: {@code .rq} files with headers, typed parameters, answers.
 *
 * <p>Each file is valid SPARQL 1.1 without changes, so that it can be pasted into any endpoint: each parameter is a
 * {@code VALUES} block with the value of the first example, or {@code UNDEF} for an omitted optional parameter. Binding
 * replaces the rows of the block in the syntax tree, also in subqueries and {@code EXISTS}; user input never becomes
 * query text. Jena's {@code substitution} is not used, because it throws on a variable bound by {@code VALUES}.
 *
 * <p>The header lines of a file, {@code #+ name: value}: {@code title} and {@code description}, for readers;
 * {@code rules}, what counts and in which order; {@code words}, further words and phrases that lead a search to the
 * question, separated by commas, where the name of a kind such as {@code agreement} stands for any thing of that kind;
 * {@code empty}, what an answer without rows says, and {@code see}, the questions that it points to; {@code task}, {@code
 * param}, {@code example} and {@code service: required}.
 *
 * <p>An invalid file causes an exception with file, line and column; invalid values give a {@link
 * org.onrecord.query.BindResult} with all problems.
 */
@NullMarked
package org.onrecord.query;

import org.jspecify.annotations.NullMarked;
