// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.util.Optional;
import org.onrecord.site.kind.Passages;

/**
 * Settings of the operator.
 *
 * @param contact a mail address for error reports
 * @param passages the article texts of the operator
 */
public record Site(Optional<String> contact, Passages passages) {
    /** Settings without contact and texts. */
    public static final Site PLAIN = new Site(Optional.empty(), Passages.NONE);
}
