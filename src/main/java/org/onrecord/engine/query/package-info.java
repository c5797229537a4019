// SPDX-License-Identifier: Apache-2.0
/**
 * SPARQL 1.1 on term numbers: the algebra of a query becomes {@link org.onrecord.engine.join.JoinBlock}s with solution
 * modifiers around them. A query with an operator that is not supported here is left to Jena as a whole.
 */
@NullMarked
package org.onrecord.engine.query;

import org.jspecify.annotations.NullMarked;
