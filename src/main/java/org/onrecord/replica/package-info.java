// SPDX-License-Identifier: Apache-2.0
/**
 * Replicas: servers that follow the releases of another server.
 *
 * <p>A replica starts from the dumps of another server, or from its own store, and applies the records of the chain of
 * releases that it does not have, whatever transport brings them, in whatever order and however often. It applies a record
 * only if it holds the release before, and keeps the result only if it has the hash of the release after.
 */
@NullMarked
package org.onrecord.replica;

import org.jspecify.annotations.NullMarked;
