// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.onrecord.Checkout;
import org.onrecord.release.Release;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Format;
import org.onrecord.vocabulary.Namespace;

/**
 * Checks the complete answers of every question and example of the catalogue over the project's data.
 *
 * <p>The expected rows are in {@code src/test/resources/answers}: {@code NAME.tsv} for the first example, {@code
 * NAME--2.tsv} for the second, and so on. After a change of data or questions, {@code mvn test -Dtest=AnswersTest
 * -Donrecord.answers.write=true} rewrites them; review the difference before committing it.
 */
class AnswersTest {
    private static final Path ANSWERS = Cases.ANSWERS;
    /** The two articles contain no contradicting positions. */
    private static final Set<String> WITHOUT_ROWS = Set.of("opposite-positions.tsv");

    private static final boolean WRITE = Boolean.getBoolean("onrecord.answers.write");
    private static final Catalogue CATALOGUE = Catalogue.of(Checkout.HOME);
    private static final Release SNAPSHOT = Checkout.release();
    private static final Binder BINDER = new Binder(new Names(SNAPSHOT.everything()));

    @TestFactory
    Stream<DynamicTest> returnsExpectedRows() {
        return cases().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Path expected = ANSWERS.resolve(entry.getKey());
                    String found = answer(entry.getValue()).text(Format.TSV, BaseIri.ONRECORD);
                    if (WRITE) {
                        Files.writeString(expected, found);
                    }
                    assertThat(found.lines().toList()).isEqualTo(Files.readAllLines(expected));
                    assertThat(found.lines().count() > 1)
                            .as("has rows below the heading")
                            .isEqualTo(!WITHOUT_ROWS.contains(entry.getKey()));
                }));
    }

    @Test
    void findsOppositePositionsIfClaimsContradict() {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        GraphUtil.addInto(graph, SNAPSHOT.everything());
        graph.add(
                NodeFactory.createURI(BaseIri.ONRECORD.things() + "claim/constitutional-order-existed-earlier"),
                NodeFactory.createURI(Namespace.TERMS + "contradicts"),
                NodeFactory.createURI(BaseIri.ONRECORD.things() + "claim/no-constitutional-order-before"));
        Query query = CATALOGUE.find("opposite-positions").orElseThrow().query();
        assertThat(Answer.of(query, DatasetGraphFactory.wrap(graph)).text(Format.CSV, BaseIri.ONRECORD))
                .contains("statement/b-12", "statement/a-17");
    }

    @Test
    void everyAnswerFileHasAQuestion() throws IOException {
        try (Stream<Path> files = Files.list(ANSWERS)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("questions.tsv")))
                    .containsExactlyInAnyOrderElementsOf(cases().keySet());
        }
    }

    /** Every number of the list of user questions has a question of the catalogue and one of its examples. */
    @Test
    void coversUserQuestions() throws IOException {
        TreeSet<Integer> covered = new TreeSet<>();
        for (String line : Files.readAllLines(ANSWERS.resolve("questions.tsv"))) {
            String[] cells = line.split("\t", -1);
            Question question = CATALOGUE.find(cells[1]).orElseThrow(() -> new AssertionError(line));
            assertThat(Cases.examples(question))
                    .as(line)
                    .extracting(Question.Example::toString)
                    .contains(cells[2]);
            covered.add(Integer.valueOf(cells[0]));
        }
        assertThat(covered)
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
                        () -> assertThat(Answer.of(question.query(), SNAPSHOT.dataset())
                                        .text(Format.TSV, BaseIri.ONRECORD))
                                .isEqualTo(answer(Cases.bound(
                                                BINDER,
                                                question,
                                                Cases.examples(question).get(0)))
                                        .text(Format.TSV, BaseIri.ONRECORD))));
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
        return Answer.of(query, SNAPSHOT.dataset());
    }
}
