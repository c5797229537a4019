// SPDX-License-Identifier: Apache-2.0
/** From the coding of an article to its sheet. */
@NullMarked
package org.onrecord.sheet.write;

import org.jspecify.annotations.NullMarked;
