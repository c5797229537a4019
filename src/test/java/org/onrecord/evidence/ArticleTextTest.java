// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.evidence.ArticleText.Span;
import org.onrecord.source.SourceFile;
import org.onrecord.source.UnreadableFileException;

class ArticleTextTest {
    @Test
    void countsCodePoints() {
        ArticleText text = text("a – 😀 b");
        assertThat(text.length()).isEqualTo(7);
        assertThat(text.find("b")).containsExactly(new Span(6, 7, DigestUtils.sha256Hex("b")));
        assertThat(text.substring(4, 5)).isEqualTo("😀");
    }

    @Test
    void computesDigestOfBytes() {
        assertThat(text("abc").digest()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(text("abc\r\n").digest()).isNotEqualTo(text("abc\n").digest());
    }

    @Test
    void countsByteOrderMarkAsCodePoint() {
        assertThat(text("\uFEFFabc").find("abc")).extracting(Span::start).containsExactly(1);
    }

    @Test
    void findsOverlappingOccurrences() {
        assertThat(text("anana").find("ana")).extracting(Span::start).containsExactly(0, 2);
        assertThat(text("anana").find("")).isEmpty();
        assertThat(text("a").find("ana")).isEmpty();
    }

    @Test
    void findNormalizedIgnoresQuotesDashesSpacesAndCase() {
        ArticleText text = text("He said: “Yes –\nno”.");
        assertThat(text.find("\"yes - no\"")).isEmpty();
        assertThat(text.findNormalized("\"yes - no\"")).extracting(Span::start).containsExactly(9);
    }

    @ParameterizedTest
    @CsvSource({
        "caf\u00E9, Cafe\u0301 so, 0, 5",
        "cafe\u0301, un caf\u00E9, 3, 7",
        "soft, a so\u00ADft b, 2, 7",
        "a b, a\u00A0\u200Bb, 0, 4"
    })
    void findNormalizedIgnoresAccentsCompositionAndInvisibleCharacters(String words, String text, int start, int end) {
        assertThat(text(text).findNormalized(words)).singleElement().satisfies(span -> {
            assertThat(span.start()).isEqualTo(start);
            assertThat(span.end()).isEqualTo(end);
        });
        assertThat(text("caf\u00E9").findNormalized("cafe")).isEmpty();
    }

    @Test
    void rejectsPositionsOutsideText() {
        ArticleText text = text("abc");
        assertThat(text.holds(0, 3)).isTrue();
        assertThat(text.holds(0, 4)).isFalse();
        assertThat(text.holds(2, 2)).isFalse();
        assertThat(text.holds(-1, 2)).isFalse();
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> text.substring(1, 4))
                .withMessage("'a.txt' has 3 code points; no range 1 to 4");
    }

    @Test
    void rejectsFileThatIsNotUtf8(@TempDir Path dir) throws Exception {
        Path file = Files.write(dir.resolve("a.txt"), "caf\u00e9 au".getBytes(StandardCharsets.ISO_8859_1));
        assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(() -> ArticleText.read(SourceFile.at(file)))
                .withMessageContaining("is not UTF-8");
    }

    private static ArticleText text(String text) {
        return ArticleText.of("a.txt", text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
