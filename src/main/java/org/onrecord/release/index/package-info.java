// SPDX-License-Identifier: Apache-2.0
/**
 * The indexes of a release, which follow its changes.
 *
 * <p>An index that follows changes is handed on from a release to the next one with the change between them, and is brought up
 * to date when the next release first needs it. It must not hold on to its release, only to its graph.
 */
@NullMarked
package org.onrecord.release.index;

import org.jspecify.annotations.NullMarked;
