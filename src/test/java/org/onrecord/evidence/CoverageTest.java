// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.vocabulary.Rec;

/** The text is fictional. Its first letter is a surrogate pair. */
class CoverageTest {
    private static final String TEXT =
            "\uD835\uDC00 garden opens\n\nThe mayor said that roses grow, but Ms. Ash denied it. \"They do not.\"\nEnd credit\n";

    @TempDir
    private Path folder;

    @Test
    void printsSentencesWithUncoveredWords() throws IOException {
        String report = CoverageText.of(
                coverage("The mayor", "said", "roses grow", "denied it", "\"They do not.\"", "End credit"));

        assertThat(report).isEqualTo("""
                        id/article/x: 70 of 97 code points covered in 'x.txt'; incomplete
                          sentence 2 (16 to 70): 31 to 35 "that"; 48 to 59 "but Ms. Ash" is not a connective: add a span or a mention
                        """);
    }

    @Test
    void isCompleteWhenOnlyConnectivesAndPunctuationRemain() throws IOException {
        List<ArticleCoverage> coverage =
                coverage("The mayor", "said", "roses grow", "Ms. Ash denied it", "They do not", "End credit");

        assertThat(coverage).allMatch(ArticleCoverage::isComplete);
        assertThat(CoverageText.of(coverage)).contains("complete except connectives", "\"that\"", "\"but\"");
    }

    @Test
    void headlineIsCoveredOnlyAtStart() throws IOException {
        List<ArticleCoverage> coverage = coverage("The mayor said that roses grow, but Ms. Ash denied it");

        assertThat(CoverageText.of(coverage))
                .contains("\"They do not\"", "\"End credit\"")
                .doesNotContain("garden");
    }

    @Test
    void ignoresUnusedSpans() throws IOException {
        Graph graph = graph("The mayor");
        graph.remove(NodeFactory.createURI("urn:example:s"), Rec.EVIDENCE, Node.ANY);

        assertThat(CoverageText.of(new Coverage(graph).in(folder))).contains("\"The mayor said");
    }

    @Test
    void reportsDigestOfMissingText() throws IOException {
        Graph graph = graph("The mayor");
        Files.writeString(folder.resolve("x.txt"), TEXT + "more");

        List<ArticleCoverage> coverage = new Coverage(graph).in(folder);

        assertThat(coverage).noneMatch(ArticleCoverage::isComplete);
        assertThat(CoverageText.of(coverage))
                .isEqualTo("id/article/x: no file has the SHA-256 '" + DigestUtils.sha256Hex(TEXT)
                        + "'; add the unmodified text file\n");
    }

    private List<ArticleCoverage> coverage(String... covered) throws IOException {
        return new Coverage(graph(covered)).in(folder);
    }

    private Graph graph(String... covered) throws IOException {
        Files.writeString(folder.resolve("x.txt"), TEXT);
        StringBuilder turtle = new StringBuilder("""
                @prefix rec: <https://w3id.org/onrecord/ontology#> .
                @prefix oa: <http://www.w3.org/ns/oa#> .
                <https://w3id.org/onrecord/id/article/x> a rec:Article ; rec:digest "%s" ;
                  <https://schema.org/headline> "\uD835\uDC00 garden opens"@en .
                """.formatted(DigestUtils.sha256Hex(TEXT)));
        for (String words : covered) {
            int at = TEXT.indexOf(words);
            int start = TEXT.codePointCount(0, at);
            turtle.append("""
                    <urn:example:s> rec:evidence <urn:example:e%1$d> .
                    <urn:example:e%1$d> oa:hasSource <https://w3id.org/onrecord/id/article/x> ; oa:hasSelector <urn:example:p%1$d> .
                    <urn:example:p%1$d> oa:start %1$d ; oa:end %2$d .
                    """.formatted(start, start + words.length()));
        }
        Graph graph = GraphMemFactory.createDefaultGraph();
        RDFParser.fromString(turtle.toString(), Lang.TURTLE).parse(graph);
        return graph;
    }
}
