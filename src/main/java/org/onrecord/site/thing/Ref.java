// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.thing;

import java.util.Optional;
import java.util.regex.Pattern;
import org.onrecord.vocabulary.BaseIri;

/**
 * A link to a thing, with label.
 *
 * @param iri its IRI
 * @param label its display name
 * @param href the page address: relative to the root for this site, absolute for others; empty for other schemes
 * @param ours whether the page is on this site
 */
public record Ref(String iri, String label, Optional<String> href, boolean ours) {
    private static final Pattern WEB = Pattern.compile("https?://[^\\s<>\"'`]+");
    private static final String PAGES = "/doc/";

    /**
     * Creates a link from an IRI. The page of a thing {@code .../id/person/x} is {@code /doc/person/x}, of another IRI
     * of this site {@code /} and what follows the base.
     */
    public static Ref of(BaseIri base, String iri, String label) {
        Optional<String> page = base.slug(iri)
                .map(slug -> PAGES + slug)
                .or(() -> base.below(iri).map(rest -> "/" + rest));
        return new Ref(
                iri,
                label,
                page.or(() ->
                        Optional.of(iri).filter(other -> WEB.matcher(other).matches())),
                page.isPresent());
    }

    /** The last part of the IRI: {@code w-12} of a statement, {@code content-1} of a part. */
    public String slug() {
        return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    }

    /** Whether it is a thing of this dataset or a part of one. */
    public boolean isThing() {
        return ours && href.filter(page -> page.startsWith(PAGES)).isPresent();
    }

    /** The {@code kind/slug} of a thing; other IRIs unchanged. */
    public String shortIri() {
        return isThing() ? href.orElseThrow().substring(PAGES.length()) : iri;
    }

    /** The kind of a thing: {@code person}; empty for others. */
    public String kind() {
        return isThing() ? shortIri().substring(0, shortIri().indexOf('/')) : "";
    }
}
