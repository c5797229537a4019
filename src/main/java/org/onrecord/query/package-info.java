// SPDX-License-Identifier: Apache-2.0
/**
 * The questions of the catalogue: {@code .rq} files that describe themselves, typed parameters, answers.
 *
 * <p>A question is valid SPARQL 1.1 as its file stands, so that it can be pasted into any endpoint: each parameter is a
 * {@code VALUES} block of its own that holds the first example's value, or {@code UNDEF} where that example leaves an
 * optional parameter out. Binding replaces the rows of the block in the syntax tree, wherever it stands (subqueries and
 * {@code EXISTS} too); nothing a user writes ever becomes query text. Jena's own {@code substitution} was refused: it
 * throws on a variable that {@code VALUES} binds.
 *
 * <p>What is wrong with a file of ours is an exception with file, line and column; what is wrong with a user's values is
 * a {@link org.onrecord.query.BindResult}, with every problem at once.
 */
@NullMarked
package org.onrecord.query;

import org.jspecify.annotations.NullMarked;
