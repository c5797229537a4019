// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.thing;

import java.util.Optional;

/**
 * A link to a thing, with label.
 *
 * @param iri its IRI
 * @param label its display name
 * @param href the page address: relative to the root for this site, absolute for others; empty for other schemes
 * @param ours whether the page is on this site
 */
public record Ref(String iri, String label, Optional<String> href, boolean ours) {
    /** Creates a link from an IRI. */
    public static Ref of(String iri, String label) {
        return new Ref(iri, label, Link.to(iri), Link.isOurs(iri));
    }

    /** The last part of the IRI: {@code b-20} of a statement, {@code content-1} of a part. */
    public String slug() {
        return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    }

    /** The IRI without namespace: {@code person/vladimir-putin}; other IRIs unchanged. */
    public String shortIri() {
        return iri.startsWith(org.onrecord.vocabulary.Namespace.THINGS)
                ? iri.substring(org.onrecord.vocabulary.Namespace.THINGS.length())
                : iri;
    }
}
