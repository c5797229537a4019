// SPDX-License-Identifier: Apache-2.0
/** The W3C's test cases, each suite by the way that a user of this program takes. */
@NullMarked
package org.onrecord.conformance;

import org.jspecify.annotations.NullMarked;
