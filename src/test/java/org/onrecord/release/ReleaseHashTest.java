// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsReader;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.Test;
import org.onrecord.source.TurtleReader;

class ReleaseHashTest {
    private static final String EX = "@prefix ex: <http://example.org/> . ";

    @Test
    void hashesSortedCanonicalLines() throws Exception {
        Graph graph = read("ex:b ex:p \"2\"^^ex:t, \"x\"@en, ex:c . ex:a ex:p \"tab\\t\\\"q\\\"\" .");
        String lines = """
                <http://example.org/a> <http://example.org/p> "tab\\t\\"q\\"" .
                <http://example.org/b> <http://example.org/p> "2"^^<http://example.org/t> .
                <http://example.org/b> <http://example.org/p> "x"@en .
                <http://example.org/b> <http://example.org/p> <http://example.org/c> .
                """;
        ReleaseHash release = ReleaseHash.of(Map.of("http://example.org/g", graph));
        assertThat(release.graphs()).containsEntry("http://example.org/g", sha256(lines));
        assertThat(release.hash()).isEqualTo(sha256("http://example.org/g " + sha256(lines) + "\n"));
    }

    @Test
    void sortsByCodePoint() {
        Graph graph = read("ex:a ex:p \"\\uFFFD\", \"\\U0001F600\" .");
        assertThat(CanonicalLines.of(graph))
                .satisfiesExactly(
                        first -> assertThat(first).contains("\uFFFD"),
                        second -> assertThat(second).contains("\uD83D\uDE00"));
    }

    @Test
    void isIndependentOfBlankNodeLabelsAndOrder() {
        Graph one = read("_:x ex:p _:y . _:y ex:q \"1\" . _:z ex:q \"2\" .");
        Graph two = read("_:b ex:q \"2\" . _:c ex:q \"1\" . _:a ex:p _:c .");
        Graph other = read("_:b ex:q \"2\" . _:c ex:q \"1\" . _:a ex:p _:b .");
        assertThat(CanonicalLines.of(one)).isEqualTo(CanonicalLines.of(two)).isNotEqualTo(CanonicalLines.of(other));
    }

    @Test
    void matchesOtherImplementation() throws Exception {
        Graph graph = read(
                "ex:a ex:p \"\\u0001\\b\\t\\n\\u000B\\f\\r\\\"\\\\\\u007F\\u0085Ж😀\", \"1\"^^ex:t, \"x\"@en-GB, [ ex:q ex:ü ] .");
        List<String> lines = CanonicalLines.of(graph);
        RdfCanon canon = RdfCanon.create("SHA-256");
        new NQuadsReader(new StringReader(String.join("\n", lines) + "\n")).provide(canon);
        StringWriter written = new StringWriter();
        canon.provide(new NQuadsWriter(written));
        assertThat(lines)
                .isEqualTo(written.toString()
                        .lines()
                        .sorted(CanonicalLines::compareCodePoints)
                        .toList());
    }

    private static Graph read(String body) {
        return TurtleReader.read("x.ttl", (EX + body).getBytes(StandardCharsets.UTF_8))
                .graph();
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
