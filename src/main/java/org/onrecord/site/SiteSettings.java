// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site;

import org.onrecord.query.Catalogue;
import org.onrecord.site.data.Origin;
import org.onrecord.site.page.Site;

/**
 * What a site is made of beside a release.
 *
 * @param catalogue the questions that it can be asked
 * @param site what the operator says about it
 * @param origin its address
 * @param isPrivate whether nobody but its operator reads it
 */
public record SiteSettings(Catalogue catalogue, Site site, Origin origin, boolean isPrivate) {
    /** The same with other questions. */
    public SiteSettings with(Catalogue other) {
        return new SiteSettings(other, site, origin, isPrivate);
    }
}
