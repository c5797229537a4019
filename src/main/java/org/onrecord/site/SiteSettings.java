// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site;

import org.onrecord.query.Catalogue;
import org.onrecord.site.data.Origin;
import org.onrecord.site.page.Site;

/**
 * Settings of a site, independent of the release.
 *
 * @param catalogue the questions
 * @param site contact and article texts of the operator
 * @param origin the origin
 * @param isPrivate whether only the operator has access
 */
public record SiteSettings(Catalogue catalogue, Site site, Origin origin, boolean isPrivate) {
    /** Returns a copy with another catalogue. */
    public SiteSettings with(Catalogue other) {
        return new SiteSettings(other, site, origin, isPrivate);
    }
}
