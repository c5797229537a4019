// SPDX-License-Identifier: Apache-2.0
package org.onrecord.web.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.onrecord.page.Html;
import org.onrecord.web.Reply;
import org.onrecord.web.thing.Descriptions.Description;
import org.onrecord.web.thing.Things;

/** What a release says, with the few large descriptions made once: the ontology, the shapes, the lists. Safe for many threads. */
final class Kept implements Things.Described {
    private final Release release;
    private final Map<String, Optional<Description>> descriptions = new ConcurrentHashMap<>();

    Kept(Release release) {
        this.release = release;
    }

    @Override
    public Optional<Html> page(String iri) {
        return release.page(iri);
    }

    @Override
    public boolean knows(String iri) {
        return release.knows(iri);
    }

    /** Those that are kept are whole, and so nobody adds to them. */
    @Override
    public Optional<Description> description(String iri) {
        return Release.LARGE.contains(iri)
                ? descriptions.computeIfAbsent(iri, release::description)
                : release.description(iri);
    }

    @Override
    public String origin(HttpServletRequest request) {
        return release.origin(request);
    }

    @Override
    public Reply holding(Reply reply) {
        return release.holding(reply);
    }

    @Override
    public List<String> near(String iri) {
        return release.near(iri);
    }
}
