// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

import java.util.Locale;
import java.util.Set;

/** The words that join clauses and carry no content of their own: the only ones that coding may leave uncovered. */
final class Connective {
    private static final Set<String> ALL = Set.of("also", "and", "but", "in response to", "or", "speaking", "that");

    private Connective() {}

    /** Whether a stretch is one connective, whatever its case and the blanks and marks around it. */
    static boolean is(String stretch) {
        return ALL.contains(stretch.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().toLowerCase(Locale.ROOT));
    }
}
