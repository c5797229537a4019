// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

/**
 * A page, ready to be sent as {@code text/html} in UTF-8.
 *
 * @param text the whole document
 */
public record Html(String text) {}
