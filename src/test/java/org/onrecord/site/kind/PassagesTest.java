// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.evidence.ArticleText;
import org.onrecord.evidence.TextFolder;
import org.onrecord.site.kind.Passages.Passage;

class PassagesTest {
    private static final String WORDS = "said \ud83d\uddfa that";
    private static final String TEXT = "one two ".repeat(40) + WORDS + " three four".repeat(40);

    @TempDir
    private Path folder;

    private ArticleText text(String content) throws Exception {
        Files.write(folder.resolve("a.txt"), content.getBytes(StandardCharsets.UTF_8));
        return TextFolder.read(folder).texts().iterator().next();
    }

    @Test
    void showsWholeWordsAroundAndAtMost160CodePointsOfThem() throws Exception {
        ArticleText text = text(TEXT);
        Passage passage =
                new Passages(List.of(text)).at(text.digest(), 320, 331).orElseThrow();
        assertThat(passage.words()).isEqualTo(WORDS);
        assertThat(passage.before()).matches("\u2026 (one |two )+").hasSizeLessThanOrEqualTo(162);
        assertThat(passage.after()).matches("( three| four)+ \u2026").hasSizeLessThanOrEqualTo(162);
    }

    @Test
    void showsTheWholeOfAShortText() throws Exception {
        ArticleText text = text("He said no.");
        assertThat(new Passages(List.of(text)).at(text.digest(), 3, 7)).contains(new Passage("He ", "said", " no."));
    }

    @Test
    void showsNothingOfATextThatIsNotHeld() throws Exception {
        ArticleText text = text("He said no.");
        assertThat(new Passages(List.of(text)).at("0".repeat(64), 3, 7)).isEmpty();
        assertThat(new Passages(List.of(text)).at(text.digest(), 3, 70)).isEmpty();
    }

    @Test
    void cutsALongStretchInItsMiddle() throws Exception {
        ArticleText text = text("word ".repeat(400));
        assertThat(new Passages(List.of(text))
                        .at(text.digest(), 0, 1999)
                        .orElseThrow()
                        .words())
                .hasSizeLessThan(820)
                .contains(" \u2026 ");
    }
}
