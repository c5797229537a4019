// SPDX-License-Identifier: Apache-2.0
/** The row of term numbers that a query extends step by step, and what reads it. */
@NullMarked
package org.onrecord.engine.row;

import org.jspecify.annotations.NullMarked;
