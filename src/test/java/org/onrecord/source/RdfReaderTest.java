// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RdfReaderTest {
    private static final Node A = NodeFactory.createURI("http://a/b");
    private static final Triple TRIPLE = Triple.create(A, NodeFactory.createURI("http://a/p#c"), A);
    private static final String XML =
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:p=\"http://a/p#\">";

    @TempDir
    private Path dir;

    private TurtleFile read(String name, String text) throws IOException {
        Path file = Files.writeString(dir.resolve(name), text);
        return RdfReader.read(new SourceFile(name, file));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x.ttl    | <http://a/b> <http://a/p#c> <http://a/b> .                                  | 1:29
            x.nt     | <http://a/b> <http://a/p#c> <http://a/b> .                                  | 1:1
            x.nq     | <http://a/b> <http://a/p#c> <http://a/b> <http://a/g> .                     | 1:1
            x.trig   | <http://a/g> { <http://a/b> <http://a/p#c> <http://a/b> }                   | 1:44
            x.jsonld | {"@id": "http://a/b", "http://a/p#c": {"@id": "http://a/b"}}                | 1:1
            x.rj     | {"http://a/b": {"http://a/p#c": [{"type": "uri", "value": "http://a/b"}]}}  | 1:71
            x.txt    | <http://a/b> <http://a/p#c> <http://a/b> .                                  | 1:29
            """)
    void readsTheFormatOfTheExtension(String name, String text, String position) throws IOException {
        TurtleFile file = read(name, text);

        assertThat(file.graph().stream()).containsExactly(TRIPLE);
        assertThat(file.position(TRIPLE))
                .hasValueSatisfying(at -> assertThat(at).hasToString(position));
    }

    @Test
    void readsRdfXmlWithTheLineOfTheProperty() throws IOException {
        TurtleFile file = read(
                "x.rdf",
                XML + "\n<rdf:Description rdf:about=\"http://a/b\">\n"
                        + "<p:c rdf:resource=\"http://a/b\"/></rdf:Description></rdf:RDF>");

        assertThat(file.graph().stream()).containsExactly(TRIPLE);
        assertThat(file.position(TRIPLE))
                .hasValueSatisfying(at -> assertThat(at.line()).isEqualTo(3));
    }

    @Test
    void readsCompressedFiles() throws IOException {
        Path file = dir.resolve("x.nt.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("<http://a/b> <http://a/p#c> <http://a/b> .".getBytes(UTF_8));
        }

        assertThat(RdfReader.read(new SourceFile("x.nt.gz", file)).graph().stream())
                .containsExactly(TRIPLE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x.jsonld | {"@id": "b", "http://a/c": "d"}                            | Relative IRI: b; write the full IRI
            x.jsonld | {"@context": "http://127.0.0.1:9/c", "@id": "http://a/b"}  | is not loaded; include it in the file
            x.jsonld | {"@id": "http://a/b",}                                     | check the commas
            x.nt     | <b> <http://a/c> <http://a/b> .                            | write the full IRI
            x.nq     | <http://a/b> <http://a/c> "five"^^<http://www.w3.org/2001/XMLSchema#integer> <http://a/g> . | correct the value
            """)
    void refusesAsStrictlyAsTurtle(String name, String text, String problem) {
        assertThatExceptionOfType(BrokenFileException.class)
                .isThrownBy(() -> read(name, text))
                .withMessageStartingWith(name + ":1:")
                .withMessageContaining(problem);
    }

    @Test
    void refusesDeepJsonWithoutOverflow() {
        assertThatExceptionOfType(BrokenFileException.class)
                .isThrownBy(() -> read("x.jsonld", "{\"http://a/c\":".repeat(60_000) + "1" + "}".repeat(60_000)));
    }

    @Test
    void doesNotKeepAnUntrustedDatatype() {
        String xml = XML + "<rdf:Description rdf:about=\"http://a/b\">"
                + "<p:c rdf:datatype=\"http://a/unseen\">d</p:c></rdf:Description></rdf:RDF>";

        assertThatExceptionOfType(BrokenFileException.class)
                .isThrownBy(() -> RdfReader.read("x.rdf", xml, Lang.RDFXML, bytes -> {}))
                .withMessageContaining("<http://a/unseen> is not used in the release");
        assertThat(TypeMapper.getInstance().getTypeByName("http://a/unseen")).isNull();
    }

    @Test
    void refusesEntitiesOfUntrustedXml() {
        assertThatExceptionOfType(BrokenFileException.class)
                .isThrownBy(() -> RdfReader.read(
                        "x.rdf", "\n <!DOCTYPE x [<!ENTITY y \"z\">]>" + XML + "</rdf:RDF>", Lang.RDFXML, bytes -> {}))
                .withMessageStartingWith("x.rdf:2:2: A document type declaration");
    }
}
