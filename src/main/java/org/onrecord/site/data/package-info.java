// SPDX-License-Identifier: Apache-2.0
/**
 * Handlers for data: linked-data documents, questions of the catalogue, chart data, dumps.
 *
 * <p>Documents include the names of neighbours. They are bounded, with a link to a query for the rest. JSON-LD has an
 * inline context.
 *
 * <p>Dumps are the files of {@code export}, written to a temporary folder at the first request and deleted at exit.
 */
@NullMarked
package org.onrecord.site.data;

import org.jspecify.annotations.NullMarked;
