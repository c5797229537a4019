// SPDX-License-Identifier: Apache-2.0
package org.onrecord.page;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.onrecord.evidence.ArticleText;
import org.onrecord.page.kind.Passages;

/** Article texts that the operator holds, shown only in pieces around what is proved. Immutable. */
public final class HeldTexts implements Passages {
    /** The most code points shown before and after the words. */
    private static final int AROUND = 160;

    /** The most code points of the words themselves; a longer stretch is cut in its middle. */
    private static final int MOST = 800;

    private final Map<String, ArticleText> texts;

    /** Passages out of these texts. */
    public HeldTexts(Collection<ArticleText> texts) {
        this.texts = texts.stream().collect(Collectors.toMap(ArticleText::digest, text -> text, (a, b) -> a));
    }

    @Override
    public Optional<Passage> at(String digest, int start, int end) {
        return Optional.ofNullable(texts.get(digest))
                .filter(text -> text.holds(start, end))
                .map(text -> new Passage(before(text, start), words(text, start, end), after(text, end)));
    }

    private static String words(ArticleText text, int start, int end) {
        return end - start <= MOST
                ? text.stretch(start, end)
                : text.stretch(start, start + MOST / 2) + " … " + text.stretch(end - MOST / 2, end);
    }

    private static String before(ArticleText text, int start) {
        int from = Math.max(0, start - AROUND);
        return from == start ? "" : (from > 0 ? "…" : "") + text.stretch(from, start);
    }

    private static String after(ArticleText text, int end) {
        int until = Math.min(text.length(), end + AROUND);
        return until == end ? "" : text.stretch(end, until) + (until < text.length() ? "…" : "");
    }
}
