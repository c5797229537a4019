// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.onrecord.http.Reply;
import org.onrecord.site.data.Descriptions.Description;
import org.onrecord.site.data.Things;
import org.onrecord.site.page.Html;

/** What a release says, with the few large descriptions made once: the ontology, the shapes, the lists. Safe for many threads. */
final class CachedDescriptions implements Things.Described {
    private final ReleaseResources release;
    private final Map<String, Optional<Description>> descriptions = new ConcurrentHashMap<>();

    CachedDescriptions(ReleaseResources release) {
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
        return ReleaseResources.LARGE.contains(iri)
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
