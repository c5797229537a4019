// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import java.util.List;
import org.onrecord.http.negotiation.Form;

/** The forms of the map. */
enum MapForm implements Form {
    HTML("text/html", "html"),
    GEOJSON("application/geo+json", "geojson"),
    JSON("application/json", "json"),
    CSV("text/csv", "csv");

    private final String mediaType;
    private final List<String> names;

    MapForm(String mediaType, String... names) {
        this.mediaType = mediaType;
        this.names = List.of(names);
    }

    @Override
    public String mediaType() {
        return mediaType;
    }

    @Override
    public List<String> names() {
        return names;
    }
}
