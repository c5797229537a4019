// SPDX-License-Identifier: Apache-2.0
/**
 * The pages of each kind of thing, section by section, and the table of statements: filters, counts, order, paging.
 */
@NullMarked
package org.onrecord.site.kind;

import org.jspecify.annotations.NullMarked;
