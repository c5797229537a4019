// SPDX-License-Identifier: Apache-2.0
/**
 * Jena's query engine under a budget: every way in which it can take time or memory asks the budget first.
 *
 * <p>Expressions that build texts or match patterns are replaced in the algebra before it is optimised, because the
 * optimiser evaluates constants; operators that keep rows are replaced in the executor; graphs are looked at through a
 * view that counts. The functions that may be called are SPARQL 1.1's own and its casts: Jena's further ones build texts
 * past our guards, read files or environment variables, or load classes by name.
 */
@NullMarked
package org.onrecord.guard.engine;

import org.jspecify.annotations.NullMarked;
