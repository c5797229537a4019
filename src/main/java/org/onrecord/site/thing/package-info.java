// SPDX-License-Identifier: Apache-2.0
/**
 * Things and statements as shown on pages, with labels and links.
 */
@NullMarked
package org.onrecord.site.thing;

import org.jspecify.annotations.NullMarked;
