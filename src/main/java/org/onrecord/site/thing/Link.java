// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.thing;

import java.util.Optional;
import java.util.regex.Pattern;
import org.onrecord.vocabulary.Namespace;

/** Maps IRIs to page addresses. */
public final class Link {
    private static final Pattern WEB = Pattern.compile("https?://[^\\s<>\"'`]+");

    private Link() {}

    /** Whether an IRI is in the namespace of the project. */
    public static boolean isOurs(String iri) {
        return iri.startsWith(Namespace.BASE);
    }

    /**
     * The address of the page about an IRI: {@code /doc/person/x} for {@code https://w3id.org/onrecord/id/person/x};
     * the IRI itself for another http or https IRI; empty for other schemes.
     */
    public static Optional<String> to(String iri) {
        if (iri.startsWith(Namespace.THINGS)) {
            return Optional.of("/doc/" + iri.substring(Namespace.THINGS.length()));
        }
        if (isOurs(iri)) {
            return Optional.of("/" + iri.substring(Namespace.BASE.length()));
        }
        return WEB.matcher(iri).matches() ? Optional.of(iri) : Optional.empty();
    }
}
