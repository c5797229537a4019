// SPDX-License-Identifier: Apache-2.0
/**
 * Content negotiation (RFC 9110, section 12).
 */
@NullMarked
package org.onrecord.http.negotiation;

import org.jspecify.annotations.NullMarked;
