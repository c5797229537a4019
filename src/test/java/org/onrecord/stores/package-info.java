// SPDX-License-Identifier: Apache-2.0
/**
 * Proof in other triplestores: the dumps are loaded, and the whole catalogue is asked there, with equal rows. A store is
 * anything that answers the SPARQL 1.1 Protocol; one without a server of its own gets a small one on loopback, so that all
 * are asked in the same way.
 */
@NullMarked
package org.onrecord.stores;

import org.jspecify.annotations.NullMarked;
