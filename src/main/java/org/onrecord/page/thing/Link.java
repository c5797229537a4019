// SPDX-License-Identifier: Apache-2.0
package org.onrecord.page.thing;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.onrecord.vocabulary.Namespace;

/** From an IRI to the address of the page about it. */
public final class Link {
    private static final Pattern WEB = Pattern.compile("https?://[^\\s<>\"'`]+");

    private Link() {}

    /** Whether an IRI is one of the project's own. */
    public static boolean isOurs(String iri) {
        return iri.startsWith(Namespace.BASE);
    }

    /**
     * The address of the page about an IRI: {@code /doc/person/x} for {@code https://w3id.org/onrecord/id/person/x}; the
     * IRI itself for another http or https IRI; empty for every other scheme, which no page may link.
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

    /** An IRI with one of the project's prefixes, {@code rec:speaker}; whole if none fits. */
    public static String shortened(String iri) {
        for (Map.Entry<String, String> prefix : Namespace.PREFIXES.entrySet()) {
            if (iri.startsWith(prefix.getValue())
                    && iri.length() > prefix.getValue().length()) {
                return prefix.getKey() + ":" + iri.substring(prefix.getValue().length());
            }
        }
        return iri.startsWith(Namespace.BASE) ? iri.substring(Namespace.BASE.length()) : iri;
    }
}
