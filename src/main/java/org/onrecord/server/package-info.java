// SPDX-License-Identifier: Apache-2.0
/**
 * The running process: an embedded Fuseki that serves one snapshot, read-only.
 *
 * <p>The server is given its modules by name, which are none: whatever else lies on the class path would otherwise load
 * itself. SERVICE is off for the whole process, because the switch of the dataset does not reach every operation.
 */
@NullMarked
package org.onrecord.server;

import org.jspecify.annotations.NullMarked;
