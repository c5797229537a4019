// SPDX-License-Identifier: Apache-2.0
/**
 * What a reader sees, without HTTP: one entry, {@link org.onrecord.page.Pages}, that takes typed values and gives HTML.
 *
 * <p>Templates are JTE, made into Java at build time: a page with a wrong name does not compile, and every value is escaped for
 * where it stands. A page is a record and a template; charts are records of coordinates that a template draws, so that no
 * markup is ever put together as text.
 */
@NullMarked
package org.onrecord.page;

import org.jspecify.annotations.NullMarked;
