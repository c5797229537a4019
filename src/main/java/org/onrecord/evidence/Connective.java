// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

import java.util.Locale;
import java.util.Set;

/** Words without content that may remain uncovered. */
final class Connective {
    private static final Set<String> ALL = Set.of("also", "and", "but", "in response to", "or", "speaking", "that");

    private Connective() {}

    /** Whether the text is a connective, ignoring case, white space and punctuation. */
    static boolean is(String stretch) {
        return ALL.contains(stretch.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().toLowerCase(Locale.ROOT));
    }
}
