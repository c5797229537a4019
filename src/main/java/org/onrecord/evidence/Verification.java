// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SchemaDO;
import org.onrecord.evidence.ArticleOutcome.Altered;
import org.onrecord.evidence.ArticleOutcome.Missing;
import org.onrecord.source.MergedGraph;
import org.onrecord.vocabulary.Rec;

/** Verifies the spans and quotations of a graph against the texts of the articles. */
public final class Verification {
    private final MergedGraph merged;
    private final Graph graph;

    /** Verifies all articles of a graph. */
    public Verification(MergedGraph merged) {
        this.merged = merged;
        this.graph = merged.graph();
    }

    /**
     * Finds the text of each article by its digest and compares every span, quotation, mention and date.
     *
     * @throws org.onrecord.source.UnreadableFileException if the folder or a file in it cannot be read
     */
    public Result against(Path folder) {
        TextFolder texts = TextFolder.read(folder);
        List<Node> articles = graph.stream(Node.ANY, RDF.Nodes.type, Rec.ARTICLE)
                .map(Triple::getSubject)
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
        Set<String> digests = articles.stream().map(this::digest).collect(Collectors.toSet());
        List<ArticleText> others = texts.texts().stream()
                .filter(text -> !digests.contains(text.digest()))
                .toList();
        return new Result(
                articles.stream().map(article -> prove(article, texts, others)).toList(), texts.notes());
    }

    private ArticleOutcome prove(Node article, TextFolder texts, List<ArticleText> others) {
        String digest = digest(article);
        List<ClaimedSpan> spans = ClaimedSpan.of(graph, article);
        return texts.withDigest(digest)
                .<ArticleOutcome>map(text -> new Comparison(merged, article, text).run())
                .orElseGet(() -> others.stream()
                        .flatMap(text -> Alteration.of(text, digest, spans).stream()
                                .<ArticleOutcome>map(how -> new Altered(article, text.name(), how)))
                        .findFirst()
                        .orElseGet(() -> new Missing(article, digest, value(article, SchemaDO.headline.asNode()))));
    }

    private String digest(Node article) {
        return value(article, Rec.DIGEST);
    }

    private String value(Node node, Node property) {
        return ClaimedSpan.values(graph, List.of(node), property).stream()
                .findFirst()
                .orElse("");
    }

    /**
     * Result of verifying a graph against a folder of texts.
     *
     * @param outcomes one per article, sorted by IRI
     * @param notes the skipped files, with the reason
     */
    public record Result(List<ArticleOutcome> outcomes, List<String> notes) {
        public Result {
            outcomes = List.copyOf(outcomes);
            notes = List.copyOf(notes);
        }

        /** Whether all texts were found without differences. */
        public boolean holds() {
            return outcomes.stream().allMatch(ArticleOutcome::holds);
        }
    }
}
