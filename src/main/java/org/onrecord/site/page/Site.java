// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.util.Optional;
import org.onrecord.site.kind.Passages;

/**
 * What an operator says about a site.
 *
 * @param contact a mail address for errors in the data
 * @param passages the texts that the operator holds
 */
public record Site(Optional<String> contact, Passages passages) {
    /** A site without a contact and without texts. */
    public static final Site PLAIN = new Site(Optional.empty(), Passages.NONE);
}
