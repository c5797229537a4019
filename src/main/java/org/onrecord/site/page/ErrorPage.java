// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.util.List;
import java.util.Optional;

/**
 * What went wrong, for a person.
 *
 * @param status the HTTP status
 * @param title what happened, in a few words
 * @param detail what is wrong and what to do
 * @param near the addresses that may have been meant, from the root of the site
 * @param explained the address of the page about this kind of problem; empty on that page itself
 */
public record ErrorPage(int status, String title, String detail, List<String> near, Optional<String> explained) {
    public ErrorPage {
        near = List.copyOf(near);
    }
}
