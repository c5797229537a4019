// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SchemaDO;
import org.onrecord.evidence.ArticleCoverage.Measured;
import org.onrecord.evidence.ArticleCoverage.Missing;
import org.onrecord.evidence.ArticleText.Span;
import org.onrecord.vocabulary.Rec;

/** Computes which parts of the articles' texts are covered by statements, mentions or metadata. */
public final class Coverage {
    /** Properties that refer to a span. */
    private static final List<Node> USES = List.of(
            Rec.EVIDENCE,
            Rec.QUOTE_EVIDENCE,
            Rec.CUE_EVIDENCE,
            Rec.SPEAKER_EVIDENCE,
            Rec.OCCASION_EVIDENCE,
            Rec.DATE_EVIDENCE,
            OA.hasTarget.asNode());

    private final Graph graph;

    /** The graph must not be modified during use. */
    public Coverage(Graph graph) {
        this.graph = graph;
    }

    /**
     * Measures every article of the graph against its text in a folder, in the order of their IRIs.
     *
     * @throws org.onrecord.source.UnreadableFileException if the folder or a file in it cannot be read
     */
    public List<ArticleCoverage> in(Path folder) {
        TextFolder texts = TextFolder.read(folder);
        return graph.stream(Node.ANY, RDF.Nodes.type, Rec.ARTICLE)
                .map(Triple::getSubject)
                .sorted(Comparator.comparing(Node::toString))
                .map(article -> measure(article, texts))
                .toList();
    }

    private ArticleCoverage measure(Node article, TextFolder texts) {
        String digest = ClaimedSpan.values(graph, List.of(article), Rec.DIGEST).stream()
                .findFirst()
                .orElse("");
        return texts.withDigest(digest)
                .<ArticleCoverage>map(text -> measure(article, text))
                .orElseGet(() -> new Missing(article, digest));
    }

    /** Measures an article of the graph against its text. */
    public Measured measure(Node article, ArticleText text) {
        CoveredText covered = new CoveredText(text);
        Set<Node> used = used();
        ClaimedSpan.of(graph, article).stream()
                .filter(span -> used.contains(span.node()))
                .forEach(span -> covered.cover(span.start(), span.end()));
        ClaimedSpan.values(graph, List.of(article), SchemaDO.headline.asNode()).stream()
                .flatMap(headline -> text.find(headline).stream())
                .filter(Coverage::isAtStart)
                .forEach(span -> covered.cover(span.start(), span.end()));
        return new Measured(article, text.name(), text.length(), covered.count(), covered.sentences());
    }

    /** Whether the span starts at the first code point or after one quotation mark. */
    private static boolean isAtStart(Span span) {
        return span.start() <= 1;
    }

    private Set<Node> used() {
        Set<Node> used = new HashSet<>();
        USES.forEach(use ->
                graph.stream(Node.ANY, use, Node.ANY).map(Triple::getObject).forEach(used::add));
        return used;
    }
}
