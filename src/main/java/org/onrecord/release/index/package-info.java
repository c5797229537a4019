// SPDX-License-Identifier: Apache-2.0
/**
 * The indexes of a release, which follow its changes.
 *
 * <p>An index that follows changes is handed on from a release to the next one with the change between them, and is brought up
 * to date when the next release first needs it. It must not hold on to its release, only to its graph. Changes since an
 * index was last needed are joined; after very many it is built anew.
 *
 * <p>The change is that of the default graph, with derived triples. What it affects is computed from the changed triples,
 * whatever file they come from. A home of which too much changed is loaded as a whole, and has no earlier indexes.
 */
@NullMarked
package org.onrecord.release.index;

import org.jspecify.annotations.NullMarked;
