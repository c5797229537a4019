// SPDX-License-Identifier: Apache-2.0
/**
 * Proving a release: nothing that it says of itself is believed before it was reckoned again.
 *
 * <p>The graphs are read from N-Quads by a parser and not as lines, so that the dump of another store, in its own order and
 * with its own labels for blank nodes, proves the release too.
 */
@NullMarked
package org.onrecord.publish.proof;

import org.jspecify.annotations.NullMarked;
