// SPDX-License-Identifier: Apache-2.0
package org.onrecord.page;

import java.util.Optional;
import org.onrecord.evidence.ArticleText;
import org.onrecord.evidence.TextFolder;
import org.onrecord.page.kind.Passages;

/**
 * The texts of articles that an operator holds: a page shows the words of a statement with little around them, never a text.
 *
 * @param folder the texts
 */
public record HeldTexts(TextFolder folder) implements Passages {
    /** The most code points that are shown on each side of the words. */
    private static final int AROUND = 160;

    @Override
    public Optional<Passage> at(String digest, int start, int end) {
        return folder.withDigest(digest)
                .filter(text -> text.holds(start, end))
                .map(text -> new Passage(
                        stretch(text, Math.max(0, start - AROUND), start),
                        text.stretch(start, end),
                        stretch(text, end, Math.min(text.length(), end + AROUND))));
    }

    private static String stretch(ArticleText text, int start, int end) {
        return start < end ? text.stretch(start, end) : "";
    }
}
