// SPDX-License-Identifier: Apache-2.0
/**
 * Things at their addresses: what RDF says of one, in every form, and the headers that lead on.
 *
 * <p>A description is useful by itself: beside its own triples it names its neighbours. It is bounded; what it leaves out
 * can be asked for at the address that it gives. JSON-LD carries its context inside, so that nobody has to fetch one.
 */
@NullMarked
package org.onrecord.web.thing;

import org.jspecify.annotations.NullMarked;
