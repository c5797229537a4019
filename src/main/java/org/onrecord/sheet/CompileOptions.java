// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet;

import java.util.Optional;
import java.util.Set;

/**
 * How sheets are compiled.
 *
 * @param create whether unknown things are written to {@code data/reference/new}
 * @param restore whether withdrawn articles and statements come back
 * @param newText whether the text may be another than the one coded before
 * @param acceptedBy who accepts proposed statements
 * @param only the ids of the statements accepted; all if empty
 */
public record CompileOptions(
        boolean create, boolean restore, boolean newText, Optional<String> acceptedBy, Set<String> only) {
    public CompileOptions {
        only = Set.copyOf(only);
    }

    /** Without any option. */
    public static final CompileOptions NONE = new CompileOptions(false, false, false, Optional.empty(), Set.of());

    /** The same, with unknown things created. */
    public CompileOptions creating() {
        return new CompileOptions(true, restore, newText, acceptedBy, only);
    }
}
