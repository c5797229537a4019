// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurtleWriterTest {
    private static final String CANONICAL = """
            @base <https://w3id.org/onrecord/> .
            @prefix rec: <https://w3id.org/onrecord/ontology#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

            <id/statement/w-9> a rec:Statement ;
                rec:about <id/corridor/maren-rail-link>, <id/corridor/ostrel-road> ;
                rec:depth 1 ;
                rec:reportsOnly true ;
                rec:statedOn "2023-10-05"^^xsd:date .

            <id/statement/w-9#content-2> rec:digest "tab\\t, \\"quote\\", back\\\\slash, line\\nfeed, Խ, 😀" .

            <id/statement/w-9#content-10> skos:altLabel "a"@en ,
                    "b" ,
                    "b"@en .

            <id/statement/w-10> rec:about <http://example.org/a?b=c> .
            """;

    @Test
    void keepsCanonicalText() {
        assertThat(TurtleWriter.write(read(CANONICAL), Layout.DEFAULT)).isEqualTo(CANONICAL);
    }

    @Test
    void outputIsIndependentOfInputOrderAndLayout() {
        String shuffled = """
                PREFIX r: <https://w3id.org/onrecord/ontology#>
                <https://w3id.org/onrecord/id/b> r:depth "1"^^<http://www.w3.org/2001/XMLSchema#integer> .
                <https://w3id.org/onrecord/id/a> r:about <https://w3id.org/onrecord/id/b> , <https://w3id.org/onrecord/id/a> .
                """;
        assertThat(TurtleWriter.write(read(shuffled), Layout.DEFAULT)).isEqualTo("""
                        @base <https://w3id.org/onrecord/> .
                        @prefix rec: <https://w3id.org/onrecord/ontology#> .

                        <id/a> rec:about <id/a>, <id/b> .

                        <id/b> rec:depth 1 .
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/id/y", "#x", "a//b", "a.b/c"})
    void readsBackAnyIriThatBeginsWithTheBase(String rest) {
        Node node = NodeFactory.createURI(Layout.DEFAULT.base() + rest);

        assertThat(read(written(node)).contains(node, RDF.Nodes.type, node)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/id/y", "./a", "a/../b", "..", "a/.", ".#x"})
    void writesWholeAnIriThatWouldResolveToAnother(String rest) {
        Node node = NodeFactory.createURI(Layout.DEFAULT.base() + rest);

        assertThat(written(node)).contains("<" + node.getURI() + ">");
    }

    @Test
    void escapesNoncharactersThatReadersRefuse() {
        Graph graph = GraphMemFactory.createDefaultGraph();
        Node node = NodeFactory.createURI("http://example.org/a");
        graph.add(node, node, NodeFactory.createLiteralString("a\uFFFE\uFDD0\uDBFF\uDFFF b"));
        String turtle = TurtleWriter.write(graph, Layout.DEFAULT);

        assertThat(turtle).contains("\"a\\uFFFE\\uFDD0\\U0010FFFF b\"");
        assertThat(read(turtle).isIsomorphicWith(graph)).isTrue();
    }

    private static String written(Node node) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        graph.add(node, RDF.Nodes.type, node);
        return TurtleWriter.write(graph, Layout.DEFAULT);
    }

    @Test
    void roundTripIsLossless() {
        Graph graph = read("""
                @prefix ex: <http://example.org/> .
                ex:a ex:p "007"^^<http://www.w3.org/2001/XMLSchema#integer>, "+1.50"^^<http://www.w3.org/2001/XMLSchema#decimal>,
                    "1."^^<http://www.w3.org/2001/XMLSchema#decimal>, "1"^^<http://www.w3.org/2001/XMLSchema#boolean>,
                    "x"@en, "x"@en-GB, "\\u0001\\u007F", <http://example.org/ü>, <http://example.org/a.b>, ex:007 .
                """);
        assertThat(read(TurtleWriter.write(graph, Layout.DEFAULT)).isIsomorphicWith(graph))
                .isTrue();
    }

    @Test
    void rejectsBlankNodes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TurtleWriter.write(read("[] a <http://example.org/A> ."), Layout.DEFAULT))
                .withMessageContaining("give it an IRI");
    }

    private static Graph read(String text) {
        return TurtleReader.read("x.ttl", text.getBytes(StandardCharsets.UTF_8)).graph();
    }
}
