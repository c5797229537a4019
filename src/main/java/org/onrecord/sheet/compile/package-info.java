// SPDX-License-Identifier: Apache-2.0
/** From a sheet to the coding of its article. */
@NullMarked
package org.onrecord.sheet.compile;

import org.jspecify.annotations.NullMarked;
