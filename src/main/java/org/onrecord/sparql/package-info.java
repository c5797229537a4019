// SPDX-License-Identifier: Apache-2.0
/**
 * The SPARQL 1.1 Protocol for queries.
 *
 * <p>A request is read, the query parsed, looked at, and only then run; each step can end it with a problem.
 */
@NullMarked
package org.onrecord.sparql;

import org.jspecify.annotations.NullMarked;
