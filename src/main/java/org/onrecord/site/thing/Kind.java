// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.thing;

import java.util.Set;
import org.onrecord.vocabulary.Namespace;

/** The kinds of things, by the names that their IRIs have for them: {@code person} of {@code .../id/person/x}. */
public final class Kind {
    /** Those that speak and are spoken to. */
    public static final Set<String> ACTORS = Set.of("person", "state", "organization", "group", "force", "narrator");

    /** Those that lie somewhere. */
    public static final Set<String> PLACES = Set.of("region", "settlement", "corridor", "facility");

    private Kind() {}

    /** The kind of the thing with an IRI; empty for what is no thing of ours. */
    public static String of(String iri) {
        String path = iri.startsWith(Namespace.THINGS) ? iri.substring(Namespace.THINGS.length()) : "";
        return path.substring(0, Math.max(0, path.indexOf('/')));
    }
}
