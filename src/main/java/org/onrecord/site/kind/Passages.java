// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import java.util.Optional;

/** The texts that the operator holds; the graph carries none. */
@FunctionalInterface
public interface Passages {
    /** No text is held. */
    Passages NONE = (digest, start, end) -> Optional.empty();

    /**
     * The words at a place of a text, and what stands around them.
     *
     * @param digest the SHA-256 of the article's text
     * @param start the first code point
     * @param end the code point after the last
     * @return empty if the text is not held or does not reach so far
     */
    Optional<Passage> at(String digest, int start, int end);

    /**
     * Words in their context.
     *
     * @param before what stands before them, at most 160 code points
     * @param words the words
     * @param after what stands after them, at most 160 code points
     */
    record Passage(String before, String words, String after) {}
}
