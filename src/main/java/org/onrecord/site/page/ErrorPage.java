// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.util.List;
import java.util.Optional;

/**
 * An error page.
 *
 * @param status the HTTP status
 * @param title the problem type
 * @param detail what is wrong and what to do
 * @param near suggested addresses, relative to the root
 * @param explained the address of the documentation; empty on that page itself
 */
public record ErrorPage(int status, String title, String detail, List<String> near, Optional<String> explained) {}
