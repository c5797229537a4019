// SPDX-License-Identifier: Apache-2.0
/**
 * Pages by kind of thing, and the table of statements: filters, facets, sorting, paging.
 */
@NullMarked
package org.onrecord.site.kind;

import org.jspecify.annotations.NullMarked;
