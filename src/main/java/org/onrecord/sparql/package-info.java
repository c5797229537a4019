// SPDX-License-Identifier: Apache-2.0
/**
 * The SPARQL 1.1 Protocol for queries.
 *
 * <p>A request is parsed, its query parsed, inspected, and run; each step can fail with a problem.
 */
@NullMarked
package org.onrecord.sparql;

import org.jspecify.annotations.NullMarked;
