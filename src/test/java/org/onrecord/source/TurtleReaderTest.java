// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurtleReaderTest {
    private static final String PREFIXES = """
            @prefix ex: <http://example.org/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ex:a ex:b .                       | 3:11 | expected an RDF Term
            ex:a ex:b ex:c ;; ex:d            | 4:1  | expected an RDF Term
            ex:a ex:b "open .                 | 4:1  | newline in string
            ex:a rex:b ex:c .                 | 3:6  | declare it at the top: @prefix rex:
            ex:a ex:b "2023-13-40"^^xsd:date .| 3:11 | correct the value or its datatype
            ex:a ex:b <relative> .            | 3:11 | write the full IRI
            ex:a ex:b <http://a b/> .         | 3:21 | expected '>' before this
            ex:a ex:b ex:c ex:d ex:e .        | 3:16 | expected ';' (same subject), ',' (same property) or '.' (end)
            ex:a ex:b ex:c ; ex:d             | 4:1  | unexpected end of file
            ex:a ex:b "\\q" .                 | 3:14 | write \\\\ for a backslash
            ex:a ex:b ex:c . hello            | 3:18 | expected the IRI of a subject
            ex:a ex:b ex:c ; ex:d a ex:e .    | 3:23 | expected '.' before the subject of this
            ex:a ex:b <<( ex:a ex:b ex:c )>> .| 3:30 | Triple terms and reifiers
            << ex:a ex:b ex:c >> ex:d ex:e .  | 3:19 | Triple terms and reifiers
            ex:a ex:b "x"@ar--rtl .           | 3:11 | use the language tag alone
            ex:g { ex:a ex:b ex:c }           | 3:6  | a Turtle file has no graphs
            {"@id": "http://a/b"}             | 3:1  | or JSON-LD
            ex:a ex:b "C:\\Users\\x" .        | 3:17 | write \\\\ for a backslash
            ex:a ex:b <> .                    | 3:11 | <> alone names no thing here
            """)
    void reportsFileLineColumnAndProblem(String body, String position, String problem) {
        assertThatExceptionOfType(BrokenFileException.class)
                .isThrownBy(() -> read(PREFIXES + body + "\n"))
                .satisfies(e -> {
                    assertThat(e.getMessage()).startsWith("data/x.ttl:" + position + ": ");
                    assertThat(e.problem()).containsIgnoringCase(problem);
                });
    }

    @Test
    void reportsPositionOfInvalidUtf8() {
        byte[] latin1 = "\n# caf\u00e9 au lait".getBytes(StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(BrokenFileException.class)
                .isThrownBy(() -> TurtleReader.read("data/x.ttl", latin1))
                .withMessage("data/x.ttl:2:6: The file is not UTF-8 from here on; save it as UTF-8.");
    }

    @Test
    void rejectsByteOrderMark() {
        assertThatExceptionOfType(BrokenFileException.class)
                .isThrownBy(() -> read("\uFEFF" + PREFIXES))
                .withMessageContaining("byte order mark");
    }

    @Test
    void recordsPositionsOfTriplesAndSubjects() {
        TurtleFile file = read(PREFIXES + "ex:a ex:p ex:b ;\n  ex:q ex:c .\n");
        Triple second = Triple.create(node("a"), node("q"), node("c"));
        assertThat(file.position(second))
                .hasValueSatisfying(at -> assertThat(at.line()).isEqualTo(4));
        assertThat(file.position(node("a")))
                .hasValueSatisfying(at -> assertThat(at.line()).isEqualTo(3));
        assertThat(file.position(node("b"))).isEmpty();
    }

    private static org.apache.jena.graph.Node node(String local) {
        return NodeFactory.createURI("http://example.org/" + local);
    }

    private static TurtleFile read(String text) {
        return TurtleReader.read("data/x.ttl", text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1                                          | use at most 1,000
                    0.1                                        | use at most 1,000
                    "PT1S"^^xsd:duration                       | use at most 1,000
                    "x"^^<http://example.org/1>                | at most 2,000
                    <http://example.org/1>                     | at most 2,000
                    "1"                                        |
                    """)
    void rejectsLongValuesAndIris(String object, String remedy) {
        String longer = object.replace("1", "1".repeat(3_000));
        byte[] text =
                ("@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n<http://example.org/a>  <http://example.org/b> "
                                + longer + " .")
                        .getBytes(UTF_8);
        if (remedy == null) {
            assertThat(TurtleReader.read("a.ttl", text).graph().find().toList()).hasSize(1);
        } else {
            assertThatThrownBy(() -> TurtleReader.read("a.ttl", text))
                    .hasMessageStartingWith("a.ttl:2:")
                    .hasMessageContaining(remedy);
        }
    }

    @Test
    void rejectsDeeplyNestedBrackets() {
        String deep = "<http://example.org/a> <http://example.org/b> " + "[ <http://example.org/c> ".repeat(30_000);
        assertThatThrownBy(() -> TurtleReader.read("a.ttl", deep.getBytes(UTF_8)))
                .hasMessageStartingWith("a.ttl:1:")
                .hasMessageContaining(TurtleReader.TOO_DEEP);
    }

    @Test
    void rejectsUnknownDatatypesInUntrustedInput() {
        String text = "<http://example.org/a> <http://example.org/b> \"x\"^^<http://example.org/mine-%s> .";
        byte[] first = text.formatted("read").getBytes(UTF_8);
        assertThatThrownBy(() -> RdfReader.read("a.ttl", new String(first, UTF_8), Lang.TURTLE, bytes -> {}))
                .hasMessageStartingWith("a.ttl:1:")
                .hasMessageContaining("is not used in the release");
        assertThat(TypeMapper.getInstance().getTypeByName("http://example.org/mine-read"))
                .isNull();
        assertThat(TurtleReader.read("a.ttl", first).graph().find().toList()).hasSize(1);
        assertThat(RdfReader.read("a.ttl", new String(first, UTF_8), Lang.TURTLE, bytes -> {})
                        .graph()
                        .find()
                        .toList())
                .hasSize(1);
    }
}
