// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

/**
 * An HTML document.
 *
 * @param text the whole document
 */
public record Html(String text) {}
