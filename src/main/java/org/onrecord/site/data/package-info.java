// SPDX-License-Identifier: Apache-2.0
/**
 * Data at addresses: linked-data documents, questions of the catalogue, the data behind pictures, dumps.
 *
 * <p>A document names the neighbours of what it describes. It is bounded; it links to a query for the rest. JSON-LD carries
 * its context inside, so clients need not fetch one.
 *
 * <p>Dumps are the files of {@code export}, written once at the first request for one of them into a temporary folder that is
 * removed with the process. Starting does not wait for it.
 */
@NullMarked
package org.onrecord.site.data;

import org.jspecify.annotations.NullMarked;
