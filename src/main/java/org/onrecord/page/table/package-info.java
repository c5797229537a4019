// SPDX-License-Identifier: Apache-2.0
/** The table of who said what: filters, how many statements each would leave, order and pages. */
@NullMarked
package org.onrecord.page.table;

import org.jspecify.annotations.NullMarked;
