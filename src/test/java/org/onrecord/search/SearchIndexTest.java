// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.onrecord.SampleHome;
import org.onrecord.search.Hit.MatchedField;

/** Searches the sample. */
class SearchIndexTest {
    private static final Path FIRST_HITS = Path.of("src/test/resources/search/first-hits.tsv");
    private static SearchIndex index;

    @BeforeAll
    static void buildIndex() {
        index = SearchStore.inMemory().of(SampleHome.release(), statement -> "");
    }

    @TestFactory
    Stream<DynamicTest> findsExpectedFirstHit() throws IOException {
        return Files.readAllLines(FIRST_HITS).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(row ->
                        dynamicTest(row[0], () -> assertThat(slugs(row[0], 1)).containsExactly(row[2])));
    }

    @Test
    void showsTextThatContainsQuery() {
        assertThat(index.search("Χέστα", 1).hits())
                .containsExactly(new Hit(
                        SampleHome.THINGS + "region/hesta",
                        "region",
                        "upper Maren valley",
                        "Χέστα",
                        MatchedField.NAME,
                        18));
        assertThat(index.search("ostrel", 1).hits()).extracting(Hit::matched).containsExactly("Ostrel");
    }

    @Test
    void ranksNamesAboveContentsWithEqualScore() {
        List<MatchedField> fields = index.search("Maren bridge", 20).hits().stream()
                .filter(hit -> hit.score() >= 4)
                .map(Hit::field)
                .toList();

        assertThat(fields).isSorted().contains(MatchedField.NAME, MatchedField.CLAIM, MatchedField.CONTENT);
    }

    @Test
    void findsStatementsBySpeakerAndContentInAnyLanguage() {
        assertThat(index.search("Хаск ferries and sheds", 5).hits()).isNotEmpty();
        assertThat(slugs("Велин customs", 3)).contains("statement/v-12");
    }

    @Test
    void findsAnyWordIfNothingHasAll() {
        assertThat(slugs("Kalden xylophone", 1)).containsExactly("settlement/kalden");
    }

    @Test
    void findsMostWordsIfNothingHasAllAndIgnoresQuestionWords() {
        Found found = index.search("Who is it that closed the Maren bridge with xylophones?", 50);

        assertThat(found.words()).containsExactly("closed", "maren", "bridge", "xylophones");
        assertThat(found.shortened()).isTrue();
        assertThat(found.least()).isEqualTo(3);
        assertThat(found.missing()).containsExactly("xylophones");
        assertThat(found.hits()).extracting(Hit::iri).contains(SampleHome.THINGS + "statement/w-26");
        assertThat(index.search("bridge", 50).hits())
                .hasSizeGreaterThan(found.hits().size());
    }

    @Test
    void returnsEachThingOnceUpToLimit() {
        assertThat(slugs("Velmora", 50)).doesNotHaveDuplicates().hasSizeGreaterThan(7);
        assertThat(slugs("Velmora", 7)).hasSize(7);
    }

    @Test
    void labelsStatementWithSpeaker() {
        assertThat(index.search("every shed on the river", 1).hits())
                .extracting(Hit::label)
                .allSatisfy(label -> assertThat(label).startsWith("Joren Hask: "));
    }

    @Test
    void returnsNothingWithoutLetters() {
        assertThat(index.search(" ?!*~\"", 5).hits()).isEmpty();
        assertThat(index.search("", 5).hits()).isEmpty();
    }

    @Test
    void treatsQuerySyntaxAsWords() {
        assertThat(slugs("text:* AND Velmora~ OR (\"", 1)).containsExactly("state/velmora");
        assertThat(Stream.of(
                        "name:* AND Velmora~2 OR (\"",
                        "\\",
                        "[a TO z]",
                        "\uD800 \uDC00\u0000",
                        "'".repeat(999),
                        "a ".repeat(9999)))
                .allSatisfy(typed -> assertThat(index.search(typed, 3).hits()).hasSizeLessThanOrEqualTo(3));
    }

    @Test
    void rejectsLimitBelowOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> index.search("Velmora", 0))
                .withMessageContaining("'0'");
    }

    @Test
    void isThreadSafe() {
        List<Hit> alone = index.search("Hesta", 10).hits();
        assertThat(alone).hasSize(10).first().extracting(Hit::iri).isEqualTo(SampleHome.THINGS + "region/hesta");

        assertThat(IntStream.range(0, 64)
                        .parallel()
                        .mapToObj(any -> index.search("Hesta", 10).hits()))
                .allSatisfy(hits -> assertThat(hits).isEqualTo(alone));
    }

    private static List<String> slugs(String query, int limit) {
        return index.search(query, limit).hits().stream()
                .map(hit -> hit.iri().substring(SampleHome.THINGS.length()))
                .toList();
    }
}
