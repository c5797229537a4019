// SPDX-License-Identifier: Apache-2.0
/**
 * The chain of releases: records that say which release follows which, and by what change.
 *
 * <p>A record is an RDF Patch whose header names the release before, the release, and the rules that derive graphs. Whoever
 * holds the release before can apply it, and checks the result by the hash of the release; so the transport may lose, repeat
 * or reorder records. The log keeps the last records, for servers that follow this one.
 */
@NullMarked
package org.onrecord.release.chain;

import org.jspecify.annotations.NullMarked;
