// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.form;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.onrecord.vocabulary.Namespace;

/**
 * Abbreviates IRIs with the project's prefixes. IRIs of things are not abbreviated, so that they can be searched in
 * files.
 */
final class Shortener {
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final Map<String, String> PREFIX_OF = inverse();

    private Shortener() {}

    /**
     * The name {@code prefix:local} of an IRI.
     *
     * @return empty if no prefix matches, or the local part is not a simple name
     */
    static Optional<String> name(String iri) {
        int end = namespaceEnd(iri);
        String prefix = PREFIX_OF.get(iri.substring(0, end));
        String local = iri.substring(end);
        return prefix != null && LOCAL.matcher(local).matches() ? Optional.of(prefix + ":" + local) : Optional.empty();
    }

    /** The end of the namespace of an IRI: after its last {@code #} or {@code /}. */
    static int namespaceEnd(String iri) {
        return Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1;
    }

    private static Map<String, String> inverse() {
        Map<String, String> map = new TreeMap<>();
        Namespace.PREFIXES.forEach((prefix, namespace) -> map.put(namespace, prefix));
        return map;
    }
}
