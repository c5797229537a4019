// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.release.SparqlReader;
import org.onrecord.source.Home;
import org.onrecord.source.SourceFile;
import org.onrecord.vocabulary.BaseIri;

class BinderTest {
    private static final Path FOLDER = Path.of("src/test/resources/query/home");
    private static final Graph GRAPH =
            RDFParser.source(FOLDER.resolve("data/tea.ttl")).toGraph();
    private static final Binder BINDER = new Binder(new Names(withCodes()));
    private static final Question QUESTION =
            Catalogue.of(Home.at(FOLDER)).find("who-says").orElseThrow();

    @TempDir
    private Path folder;

    private static Graph withCodes() {
        RDFParser.source(FOLDER.resolve("ontology/codes.ttl"))
                .parse(org.apache.jena.riot.system.StreamRDFLib.graph(GRAPH));
        return GRAPH;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            about | topic/tea                                       | s-1 s-3
            about | https://w3id.org/onrecord/id/topic/tea          | s-1 s-3
            about | <https://w3id.org/onrecord/id/topic/tea>        | s-1 s-3
            about | tea                                             | s-1 s-3
            about | ÇAY                                             | s-1 s-3
            about | cay                                             | s-1 s-3
            about | ceylon  TEA                                     | s-1 s-3
            form  | indirect                                        | s-3
            form  | Indirect speech                                 | s-3
            form  | https://w3id.org/onrecord/code/form/direct      | s-1
            from  | 2023-10-05                                      | s-3
            size  | 1                                               | s-1
            size  | 2                                               | ''
            words | Tea is cold.                                    | s-3
            words | Tea is cold."@en . } DELETE WHERE { ?s ?p ?o }# | ''
            limit | 1                                               | s-1
            offset| 1                                               | s-3
            """)
    void parsesValuesByType(String name, String value, String found) {
        Map<String, List<String>> values = name.equals("about")
                ? Map.of(name, List.of(value))
                : Map.of("about", List.of("topic/tea"), name, List.of(value));
        assertThat(ask(BINDER.bind(QUESTION, values))).isEqualTo(found);
    }

    @Test
    void bindsSeveralValues() {
        assertThat(ask(BINDER.bind(QUESTION, Map.of("about", List.of("topic/tea", "Green tea")))))
                .isEqualTo("s-1 s-2 s-3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            about | Teas                  | Unknown name 'Teas'; similar: 'Tea' (topic/tea)
            about | topic/teas            | Unknown entity 'topic/teas'; similar: topic/tea
            about | http://example.org/x  | Unknown entity 'http://example.org/x': use kind/slug, an IRI, or a name in any language
            about | zzzzzzzz              | Unknown name 'zzzzzzzz': use kind/slug, an IRI, or a name in any language
            about | Ceylon                | 'Ceylon' is ambiguous: use one of corridor/ceylon, settlement/ceylon
            form  | indirekt              | Invalid code(form) 'indirekt'; similar: indirect; use one of direct, indirect
            from  | 2023-02-30            | Invalid date '2023-02-30': use an existing date, such as 2023-10-05
            from  | 5.10.2023             | Invalid date '5.10.2023': use an existing date, such as 2023-10-05
            size  | two                   | Invalid integer 'two': use an integer, such as 2
            limit | -1                    | Invalid limit '-1': use one integer from 0
            abuot | topic/tea             | 'who-says' has no parameter 'abuot'; similar: 'about'; it has about, form, from, size, words, limit, offset
            """)
    void rejectsWithSuggestions(String name, String value, String message) {
        Map<String, List<String>> values = name.equals("about")
                ? Map.of(name, List.of(value))
                : Map.of("about", List.of("topic/tea"), name, List.of(value));
        assertThat(problems(BINDER.bind(QUESTION, values)))
                .extracting(BindResult.Problem::parameter, BindResult.Problem::message)
                .containsExactly(tuple(name, message));
    }

    @Test
    void returnsCandidatesForAmbiguousName() {
        assertThat(problems(BINDER.bind(QUESTION, Map.of("about", List.of("ceylon"))))
                        .get(0)
                        .candidates())
                .containsExactly(
                        new BindResult.Candidate("Ceylon corridor", "corridor/ceylon"),
                        new BindResult.Candidate("Ceylon", "settlement/ceylon"))
                .extracting(BindResult.Candidate::kind)
                .containsExactly("corridor", "settlement");
    }

    @Test
    void reportsAllProblems() {
        assertThat(problems(BINDER.bind(QUESTION, Map.of("from", List.of("soon"), "size", List.of("big")))))
                .extracting(BindResult.Problem::message)
                .containsExactly(
                        "'about' (Subject, entity) is missing; use about=VALUE",
                        "Invalid date 'soon': use an existing date, such as 2023-10-05",
                        "Invalid integer 'big': use an integer, such as 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ BLOCK ?s ex:about ?about }",
                "{ ?s ex:on ?on OPTIONAL { BLOCK ?s ex:about ?about } FILTER (BOUND(?about)) }",
                "{ ?s ex:on ?on { BLOCK ?s ex:about ?about } UNION { ?s ex:none ?about } }",
                "{ ?s ex:on ?on { SELECT ?s WHERE { BLOCK ?s ex:about ?about } } }",
                "{ ?s ex:on ?on FILTER EXISTS { BLOCK ?s ex:about ?about } }",
                "{ ?s ex:on ?on FILTER (! EXISTS { ?s ex:on ?on FILTER NOT EXISTS { BLOCK ?s ex:about ?about } }) }",
                "{ ?s ex:on ?on FILTER EXISTS { { SELECT ?s WHERE { BLOCK ?s ex:about ?about } } } }",
                "{ ?s ex:on ?on MINUS { ?s ex:on ?on FILTER NOT EXISTS { BLOCK ?s ex:about ?about } } }",
                "{ ?s ex:on ?on BIND (EXISTS { BLOCK ?s ex:about ?about } AS ?is) FILTER (?is) }",
                "{ ?s ex:on ?on } GROUP BY ?s HAVING (EXISTS { BLOCK ?s ex:about ?about })"
            })
    void bindsBlockAnywhereInQuery(String pattern) throws IOException {
        Question question = question(pattern, "ORDER BY ?s");
        assertThat(ask(BINDER.bind(question, Map.of("about", List.of("topic/green-tea")))))
                .isEqualTo("s-2");
        assertThat(ask(BINDER.bind(question, Map.of("about", List.of("topic/tea")))))
                .isEqualTo("s-1 s-3");
        assertThat(question.query().toString())
                .as("the question itself")
                .contains("/topic/tea>")
                .doesNotContain("green");
    }

    @Test
    void bindsInOrderByWithLimit() throws IOException {
        Question question = question("{ ?s ex:on ?on }", "ORDER BY DESC(EXISTS { BLOCK ?s ex:about ?about }) ?s");
        Map<String, List<String>> green = Map.of("about", List.of("topic/green-tea"), "limit", List.of("2"));
        assertThat(ask(BINDER.bind(question, green))).isEqualTo("s-2 s-1");
    }

    @Test
    void removesBlockOfAbsentParameter() {
        Query query = bound(BINDER.bind(QUESTION, Map.of("about", List.of("topic/tea"))));
        assertThat(query.toString())
                .contains("VALUES ?about")
                .doesNotContain("UNDEF")
                .doesNotContain("VALUES ?form");
        assertThat(SparqlReader.parse("again", query.toString())).isEqualTo(query);
    }

    @Test
    void appliesLimitWithinLimitOfQuery() {
        Query query =
                SparqlReader.parse("q", "SELECT ?s { ?s <http://example.org/on> ?on } ORDER BY ?s OFFSET 1 LIMIT 2");
        assertThat(ask(Binder.slice(query, Map.of("offset", List.of("1"), "limit", List.of("9")))))
                .isEqualTo("s-3");
        assertThat(problems(Binder.slice(query, Map.of("about", List.of("x"))))).hasSize(1);
    }

    private Question question(String pattern, String end) throws IOException {
        String text = """
                #+ title: t
                #+ description: d
                #+ param: about entity "Subject"
                #+ example: about=topic/tea
                PREFIX ex: <http://example.org/>
                SELECT ?s WHERE PATTERN END
                """.replace("PATTERN", pattern)
                .replace("END", end)
                .replace("BLOCK", "VALUES ?about { <https://w3id.org/onrecord/id/topic/tea> }");
        return Question.read(SourceFile.at(Files.writeString(folder.resolve("q.rq"), text)), BaseIri.ONRECORD);
    }

    private static Query bound(BindResult result) {
        assertThat(result).isInstanceOf(BindResult.Bound.class);
        return ((BindResult.Bound) result).query();
    }

    private static List<BindResult.Problem> problems(BindResult result) {
        assertThat(result).isInstanceOf(BindResult.Refused.class);
        return ((BindResult.Refused) result).problems();
    }

    /** The slugs of the statements found, in order. */
    private static String ask(BindResult result) {
        Answer.Rows rows = (Answer.Rows) Answer.of(bound(result), DatasetGraphFactory.wrap(GRAPH));
        return String.join(
                " ",
                rows.rows().stream()
                        .map(row -> row.get("s").getURI().replaceFirst(".*/", ""))
                        .toList());
    }
}
