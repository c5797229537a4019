// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.thing;

import java.util.Optional;

/**
 * A thing as a page names it: label first, and a link where there is one.
 *
 * @param iri what RDF calls it
 * @param label what people call it
 * @param href where its page is: from the root of the site for ours, absolute for others; empty if it is no web address
 * @param ours whether the page is one of this site
 */
public record Ref(String iri, String label, Optional<String> href, boolean ours) {
    /** A thing under its label, with the link that its IRI gives. */
    public static Ref of(String iri, String label) {
        return new Ref(iri, label, Link.to(iri), Link.isOurs(iri));
    }

    /** The last part of the IRI: {@code b-20} of a statement, {@code content-1} of a part. */
    public String slug() {
        return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    }

    /** The IRI without what all of ours begin with: {@code person/vladimir-putin}; others whole. */
    public String shortIri() {
        return iri.startsWith(org.onrecord.vocabulary.Namespace.THINGS)
                ? iri.substring(org.onrecord.vocabulary.Namespace.THINGS.length())
                : iri;
    }
}
