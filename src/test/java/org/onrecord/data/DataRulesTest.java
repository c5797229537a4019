// SPDX-License-Identifier: Apache-2.0
package org.onrecord.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.onrecord.source.SourceFile;

/** Each rule is a query that finds what breaks it; its comment line says the rule, the file beside it breaks it. */
class DataRulesTest {
    private static final SourceFile TERMS = SourceFile.at(Path.of("ontology/onrecord.ttl"));
    private static final List<SourceFile> RULES = SourceFile.below(Path.of("src/test/resources/data"), ".rq");

    @Test
    void theDataKeepEveryRule() {
        keepsEveryRule(SourceFile.below(Path.of("data"), ".ttl").stream());
    }

    @Test
    void theExampleOfTheCodingGuideKeepsEveryRule() {
        keepsEveryRule(Stream.concat(
                SourceFile.below(Path.of("data/reference"), ".ttl").stream().filter(file -> !isClaims(file)),
                SourceFile.below(Path.of("src/test/resources/guide"), ".ttl").stream()));
    }

    @TestFactory
    Stream<DynamicTest> aRuleFindsWhatBreaksIt() {
        return RULES.stream()
                .map(rule -> DynamicTest.dynamicTest(
                        sentence(rule),
                        () -> assertThat(broken(rule, graph(Stream.of(example(rule)))))
                                .isNotEmpty()));
    }

    private static void keepsEveryRule(Stream<SourceFile> files) {
        Graph graph = graph(files);
        SoftAssertions failures = new SoftAssertions();
        for (SourceFile rule : RULES) {
            failures.assertThat(broken(rule, graph)).as(sentence(rule)).isEmpty();
        }
        failures.assertAll();
    }

    /** Whether the file holds the claims of the articles, which nobody holds where the articles are left out. */
    private static boolean isClaims(SourceFile file) {
        return file.name().endsWith("claims.ttl");
    }

    private static List<String> broken(SourceFile rule, Graph graph) {
        try (QueryExecution execution = QueryExecution.create(text(rule), ModelFactory.createModelForGraph(graph))) {
            List<String> rows = new ArrayList<>();
            ResultSetFormatter.toList(execution.execSelect()).forEach(row -> rows.add(row.toString()));
            return rows;
        }
    }

    private static Graph graph(Stream<SourceFile> files) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        Stream.concat(Stream.of(TERMS), files)
                .forEach(file -> RDFDataMgr.read(graph, file.path().toString()));
        return graph;
    }

    private static String sentence(SourceFile rule) {
        return text(rule)
                .lines()
                .filter(line -> line.startsWith("# ") && !line.contains("SPDX"))
                .findFirst()
                .map(line -> line.substring(2))
                .orElseThrow(() -> new AssertionError("'" + rule.name() + "' has no comment line that says its rule"));
    }

    private static SourceFile example(SourceFile rule) {
        return SourceFile.at(Path.of(rule.path().toString().replace(".rq", ".ttl")));
    }

    private static String text(SourceFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }
}
