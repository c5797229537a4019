// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import java.util.Optional;

/** Access to article texts, which are not part of the graph. */
@FunctionalInterface
public interface Passages {
    /** No texts. */
    Passages NONE = (digest, start, end) -> Optional.empty();

    /**
     * Returns the words at a position of a text, with context.
     *
     * @param digest the SHA-256 of the article's text
     * @param start the first code point, inclusive
     * @param end the last code point, exclusive
     * @return empty if the text is not available or too short
     */
    Optional<Passage> at(String digest, int start, int end);

    /**
     * Words with context.
     *
     * @param before the preceding text, at most 160 code points
     * @param words the words
     * @param after the following text, at most 160 code points
     */
    record Passage(String before, String words, String after) {}
}
