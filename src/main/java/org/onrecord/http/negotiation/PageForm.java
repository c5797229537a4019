// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http.negotiation;

import java.util.List;

/** The forms of a page that programs can read too. */
public enum PageForm implements Form {
    /** For people. */
    HTML("text/html", "html"),
    /** For programs. */
    JSON("application/json", "json");

    private final String mediaType;
    private final List<String> names;

    PageForm(String mediaType, String name) {
        this.mediaType = mediaType;
        this.names = List.of(name);
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
