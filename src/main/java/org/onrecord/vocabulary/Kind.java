// SPDX-License-Identifier: Apache-2.0
package org.onrecord.vocabulary;

import java.util.Set;

/** The kinds of things, as in their IRIs: {@code person} of {@code .../id/person/x}. */
public final class Kind {
    /** Kinds of actors. */
    public static final Set<String> ACTORS = Set.of("person", "state", "organization", "group", "force", "narrator");

    /** Kinds of places. */
    public static final Set<String> PLACES = Set.of("region", "settlement", "corridor", "facility");

    private Kind() {}
}
