// SPDX-License-Identifier: Apache-2.0
/**
 * Choosing a representation: {@code Accept} and {@code Accept-Encoding} of RFC 9110, section 12.
 *
 * <p>The server has preferences of its own among what a client takes equally well.
 */
@NullMarked
package org.onrecord.http.negotiation;

import org.jspecify.annotations.NullMarked;
