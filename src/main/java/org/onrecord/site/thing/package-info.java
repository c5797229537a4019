// SPDX-License-Identifier: Apache-2.0
/**
 * Things as a reader meets them: named, linked, and with the statements that concern them.
 */
@NullMarked
package org.onrecord.site.thing;

import org.jspecify.annotations.NullMarked;
