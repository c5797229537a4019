// SPDX-License-Identifier: Apache-2.0
/**
 * What the server tells its operator: one JSON object a line.
 *
 * <p>Texts of queries are not written: they may tell more of a reader than the operator should know. A request is found
 * again by its id, which the answer carries as {@code X-Request-Id}.
 */
@NullMarked
package org.onrecord.server.journal;

import org.jspecify.annotations.NullMarked;
