// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.evidence.ArticleOutcome.Altered;
import org.onrecord.evidence.ArticleOutcome.Compared;
import org.onrecord.evidence.ArticleOutcome.Counts;
import org.onrecord.evidence.ArticleOutcome.Difference;
import org.onrecord.evidence.ArticleOutcome.Missing;
import org.onrecord.source.UnreadableFileException;

class VerificationTest {
    @TempDir
    Path dir;

    @Test
    void verifiesSpansQuotationsAndMentions() throws IOException {
        write("any-name.txt", CodedArticle.TEXT);
        Verification.Result proof = verify(CodedArticle.turtle());
        assertThat(proof.holds()).isTrue();
        assertThat(proof.outcomes()).singleElement().isInstanceOfSatisfying(Compared.class, compared -> {
            assertThat(compared.file()).isEqualTo("any-name.txt");
            assertThat(compared.counts()).isEqualTo(new Counts(3, 2, 1));
        });
    }

    @Test
    void reportsSpanWithWrongPosition() throws IOException {
        Difference difference = onlyDifference("oa:start 88", "oa:start 89", "rec:surface", "rec:codingNote");
        assertThat(difference.node().getURI()).endsWith("article/x#mention-1-span");
        assertThat(difference.what()).isEqualTo("rec:digest");
        assertThat(difference.found()).endsWith(" of 'nna'");
        assertThat(difference.place())
                .hasValueSatisfying(place -> assertThat(place.toString()).matches("data/x\\.ttl:\\d+:\\d+"));
    }

    @Test
    void reportsSpanBeyondArticle() throws IOException {
        Difference difference = onlyDifference("oa:end 92", "oa:end 999");
        assertThat(difference.what()).isEqualTo("position");
        assertThat(difference.expected()).isEqualTo("88 to 999");
        assertThat(difference.found()).isEqualTo("the article has 101 code points");
    }

    @Test
    void reportsSpanWithoutPosition() throws IOException {
        Difference difference = onlyDifference("oa:end 92", "oa:end 92, 93");
        assertThat(difference.expected()).isEqualTo("88 to (not one integer)");
    }

    @Test
    void reportsWrongQuotation() throws IOException {
        Difference difference = onlyDifference(
                "rec:quote \"We waited for this rain a very long time.\"",
                "rec:quote \"We waited for the rain a very long time.\"");
        assertThat(difference.node().getURI()).endsWith("statement/x-1");
        assertThat(difference.what()).isEqualTo("rec:quote");
        assertThat(difference.expected()).isEqualTo("'We waited for the rain a very long time.'");
        assertThat(difference.found()).isEqualTo("'...e waited for this rain a very long time.'");
    }

    @Test
    void reportsQuotationWithoutSpan() throws IOException {
        Difference difference = onlyDifference("rec:quoteEvidence <id", "rec:cueEvidence <id");
        assertThat(difference.found()).isEqualTo("no span with this text");
    }

    @Test
    void reportsWrongExact() throws IOException {
        assertThat(onlyDifference("oa:exact \"We waited", "oa:exact \"WE waited")
                        .what())
                .isEqualTo("oa:exact");
    }

    @Test
    void reportsWrongMentionAndDate() throws IOException {
        assertThat(onlyDifference("rec:surface \"Anna\"", "rec:surface \"Ana\"").found())
                .isEqualTo("'Anna'");
        assertThat(onlyDifference("rec:dateWords \"Monday\"", "rec:dateWords \"monday\"")
                        .expected())
                .isEqualTo("'monday'");
    }

    @Test
    void reportsWrongLength() throws IOException {
        Difference difference = onlyDifference("rec:length 101", "rec:length 110");
        assertThat(difference.what()).isEqualTo("rec:length");
        assertThat(difference.found()).isEqualTo("'101'");
    }

    @ParameterizedTest
    @CsvSource({
        "CRLF, Windows line ends (CRLF)",
        "BOM, byte order mark",
        "CRLF BOM, Windows line ends (CRLF) and byte order mark",
        "MORE, trailing newlines added",
        "LESS, trailing newline missing",
        "CRLF LESS, trailing newline missing and Windows line ends (CRLF)",
        "END, 'all 3 spans match; it differs elsewhere, or the article''s rec:digest is wrong'",
        "BEGIN, 'differs: 0 of 3 spans match and 1 of 1 quotations occur in it'"
    })
    void describesAlteration(String changes, String how) throws IOException {
        String text = CodedArticle.TEXT;
        for (String change : changes.split(" ")) {
            text = alter(text, change);
        }
        write("a.txt", text);
        assertThat(verify(CodedArticle.turtle()).outcomes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Altered.class, altered -> assertThat(altered.how()).isEqualTo(how));
    }

    private static String alter(String text, String change) {
        return switch (change) {
            case "CRLF" -> text.replace("\n", "\r\n");
            case "BOM" -> "\uFEFF" + text;
            case "MORE" -> text + "\n\n";
            case "LESS" -> text.strip();
            case "END" -> text + "And more.";
            default -> "More first. " + text;
        };
    }

    @Test
    void reportsMissingTextAndSkippedFiles() throws IOException {
        write("another.txt", "Something else, even with Anna and on Monday.");
        Files.write(dir.resolve("picture.bin"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
        write(".hidden", CodedArticle.TEXT);
        Files.createDirectory(dir.resolve("deeper"));
        write("deeper/a.txt", CodedArticle.TEXT);
        Verification.Result proof = verify(CodedArticle.turtle());
        assertThat(proof.holds()).isFalse();
        assertThat(proof.notes()).containsExactly("'picture.bin' was skipped: it is not UTF-8; save it as UTF-8");
        assertThat(proof.outcomes()).singleElement().isInstanceOfSatisfying(Missing.class, missing -> {
            assertThat(missing.headline()).isEqualTo("Rain – at last 😀");
            assertThat(missing.digest()).hasSize(64);
        });
    }

    @Test
    void rejectsMissingFolderAndFile() throws IOException {
        write("a.txt", CodedArticle.TEXT);
        Verification verification = new Verification(CodedArticle.graph(CodedArticle.turtle()));
        for (String problem : List.of("none: does not exist", "a.txt: is not a folder")) {
            String[] parts = problem.split(": ");
            assertThatExceptionOfType(UnreadableFileException.class)
                    .isThrownBy(() -> verification.against(dir.resolve(parts[0])))
                    .withMessageContaining(parts[1]);
        }
    }

    /** The only difference after replacing texts in the coding. */
    private Difference onlyDifference(String... replacements) throws IOException {
        write("a.txt", CodedArticle.TEXT);
        String turtle = CodedArticle.turtle();
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(turtle).contains(replacements[i]);
            turtle = turtle.replace(replacements[i], replacements[i + 1]);
        }
        Verification.Result proof = verify(turtle);
        assertThat(proof.holds()).isFalse();
        Compared compared = (Compared) proof.outcomes().get(0);
        assertThat(compared.differences()).hasSize(1);
        return compared.differences().get(0);
    }

    private Verification.Result verify(String turtle) {
        return new Verification(CodedArticle.graph(turtle)).against(dir);
    }

    private void write(String name, String text) throws IOException {
        Files.write(dir.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }
}
