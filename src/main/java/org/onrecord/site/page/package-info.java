// SPDX-License-Identifier: Apache-2.0
/**
 * HTML pages, independent of requests. The entry point is {@link org.onrecord.site.page.Pages}.
 *
 * <p>Templates are JTE, compiled at build time: wrong names are compile errors, and values are escaped for their
 * context. A page consists of a record and a template. Charts are records of coordinates, drawn by templates; no code
 * concatenates markup.
 */
@NullMarked
package org.onrecord.site.page;

import org.jspecify.annotations.NullMarked;
