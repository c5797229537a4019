// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.thing;

import java.util.Set;
import org.onrecord.vocabulary.Namespace;

/** The kinds of things, as in their IRIs: {@code person} of {@code .../id/person/x}. */
public final class Kind {
    /** Kinds of actors. */
    public static final Set<String> ACTORS = Set.of("person", "state", "organization", "group", "force", "narrator");

    /** Kinds of places. */
    public static final Set<String> PLACES = Set.of("region", "settlement", "corridor", "facility");

    private Kind() {}

    /** The kind in an IRI; empty if it is not the IRI of a thing of this dataset. */
    public static String of(String iri) {
        String path = iri.startsWith(Namespace.THINGS) ? iri.substring(Namespace.THINGS.length()) : "";
        return path.substring(0, Math.max(0, path.indexOf('/')));
    }
}
