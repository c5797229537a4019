// SPDX-License-Identifier: Apache-2.0
/** The W3C's test cases, over HTTP. */
@NullMarked
package org.onrecord.server.conformance;

import org.jspecify.annotations.NullMarked;
