// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.onrecord.SampleHome;
import org.onrecord.release.Release;
import org.onrecord.vocabulary.Format;

/**
 * Checks the complete answers of every question of the catalogue over the sample.
 *
 * <p>{@code src/test/resources/answers/questions.tsv} lists what is asked: the number of a user question, the question of
 * the catalogue, the values. The expected rows stand beside it: {@code NAME.tsv} for the first line with a question, {@code
 * NAME--2.tsv} for the second, and so on. After a change of a question or of the sample, {@code mvn test
 * -Dtest=AnswersTest -Danswers=renew} rewrites them; review the difference before committing it.
 */
class AnswersTest {
    private static final Path ANSWERS = Cases.ANSWERS;
    private static final boolean RENEW = "renew".equals(System.getProperty("answers"));
    private static final Catalogue CATALOGUE = SampleHome.catalogue();
    private static final Release SAMPLE = SampleHome.release();
    private static final Binder BINDER = new Binder(Names.of(SAMPLE));

    @TestFactory
    Stream<DynamicTest> returnsExpectedRows() {
        return cases().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Path expected = ANSWERS.resolve(entry.getKey());
                    String found = text(answer(entry.getValue()));
                    if (RENEW) {
                        Files.writeString(expected, found);
                    }
                    assertThat(expected)
                            .as("an expected answer: write it, or renew all with -Danswers=renew")
                            .exists();
                    assertThat(found.lines().toList()).isEqualTo(Files.readAllLines(expected));
                    assertThat(found.lines().count())
                            .as("has rows below the heading")
                            .isGreaterThan(1);
                }));
    }

    @Test
    void everyAnswerFileHasAQuestion() throws IOException {
        try (Stream<Path> files = Files.list(ANSWERS)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("questions.tsv")))
                    .containsExactlyInAnyOrderElementsOf(cases().keySet());
        }
    }

    @Test
    void everyQuestionIsAsked() {
        for (Question question : Cases.local(CATALOGUE)) {
            assertThat(Cases.asked().stream()
                            .filter(asked -> asked.name().equals(question.name()))
                            .map(Cases.Asked::example))
                    .as(question.name())
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
        }
    }

    /** 40 is answered by the differences between releases, 42 needs another endpoint. */
    @Test
    void everyUserQuestionIsAsked() {
        assertThat(Cases.asked().stream().map(Cases.Asked::number).distinct())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 43)
                        .filter(number -> number != 40 && number != 42)
                        .boxed()
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> firstExampleEqualsUnboundQuery() {
        return Cases.local(CATALOGUE).stream()
                .map(question -> DynamicTest.dynamicTest(
                        question.name(),
                        () -> assertThat(text(answer(question.query())))
                                .isEqualTo(text(answer(Cases.bound(
                                        BINDER,
                                        question,
                                        Cases.examples(question).get(0)))))));
    }

    @TestFactory
    Stream<DynamicTest> orderIsTotal() {
        return cases().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Query everything = entry.getValue().cloneQuery();
                    if (!everything.isDistinct()) {
                        everything.setQueryResultStar(true);
                        everything.resetResultVars();
                    }
                    List<String> keys = everything.getOrderBy().stream()
                            .flatMap(AnswersTest::variables)
                            .distinct()
                            .toList();
                    Answer.Rows rows = (Answer.Rows) answer(everything);
                    assertThat(rows.variables())
                            .extracting(Object::toString)
                            .containsAll(keys.stream().map(k -> "?" + k).toList());
                    assertThat(rows.rows().stream()
                                    .map(row -> keys.stream().map(row::get).toList())
                                    .toList())
                            .doesNotHaveDuplicates();
                }));
    }

    @TestFactory
    Stream<DynamicTest> usesOnlyStandardSparql() {
        return Cases.local(CATALOGUE).stream()
                .map(question -> DynamicTest.dynamicTest(
                        question.name(),
                        () -> assertThat(question.query().toString())
                                .doesNotContain("GRAPH", "SERVICE", "FROM", "jena", "java:", "bif:", "xpath")));
    }

    private static Stream<String> variables(SortCondition condition) {
        return condition.getExpression().getVarsMentioned().stream().map(variable -> variable.getVarName());
    }

    private static Map<String, Query> cases() {
        return Cases.of(CATALOGUE, BINDER);
    }

    private static Answer answer(Query query) {
        return Answer.of(query, SAMPLE.dataset());
    }

    private static String text(Answer answer) {
        return answer.text(Format.TSV, SAMPLE.base());
    }
}
