// SPDX-License-Identifier: Apache-2.0
/**
 * What a reader sees, without HTTP: one entry, {@link org.onrecord.site.page.Pages}, that takes typed values and gives HTML.
 *
 * <p>Templates are JTE, compiled at build time: a page with a wrong name does not compile, and every value is escaped for
 * its context. A page is a record and a template; charts are records of coordinates that a template draws, so no markup is
 * put together as text.
 */
@NullMarked
package org.onrecord.site.page;

import org.jspecify.annotations.NullMarked;
