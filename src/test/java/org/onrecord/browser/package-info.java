// SPDX-License-Identifier: Apache-2.0
/** The site in a real browser. */
@NullMarked
package org.onrecord.browser;

import org.jspecify.annotations.NullMarked;
