// SPDX-License-Identifier: Apache-2.0
/** Pictures and the data behind them. */
@NullMarked
package org.onrecord.web.picture;

import org.jspecify.annotations.NullMarked;
