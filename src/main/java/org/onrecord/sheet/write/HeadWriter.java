// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.write;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.onrecord.sheet.coding.ArticleDefaults;
import org.onrecord.sheet.coding.Coding;
import org.onrecord.sheet.coding.CodingWriter;
import org.onrecord.sheet.text.CodedText;
import org.onrecord.source.TermOrder;
import org.onrecord.vocabulary.Kind;
import org.onrecord.vocabulary.Prov;
import org.onrecord.vocabulary.Rec;

/** Writes the head of a sheet. */
final class HeadWriter {
    private static final Set<String> ORGANIZATION = Set.of("organization");

    private final Coding coding;
    private final ReferenceWriter references;
    private final Graph known;

    /**
     * Writes heads.
     *
     * @param known the graph with the label of the publisher
     */
    HeadWriter(Coding coding, ReferenceWriter references, Graph known) {
        this.coding = coding;
        this.references = references;
        this.known = known;
    }

    /** Adds the head. */
    void write(CodedText text, YamlText out) {
        Node article = coding.article();
        out.value(0, "article", references.article());
        out.value(0, "text", text.text().name());
        Optional<Node> publisher =
                values(article, SchemaDO.publisher.asNode()).stream().findFirst();
        publisher.ifPresent(organization -> out.value(0, "publisher", references.shortest(organization, ORGANIZATION)));
        literal(article, SchemaDO.url.asNode()).ifPresent(url -> out.value(0, "url", url));
        literal(article, SchemaDO.datePublished.asNode()).ifPresent(day -> out.value(0, "published", day));
        unless("en", "language", literal(article, SchemaDO.inLanguage.asNode()), out);
        unless(ArticleDefaults.headline(text), "headline", literal(article, SchemaDO.headline.asNode()), out);
        String label = publisher
                .flatMap(organization -> ArticleDefaults.narrator(known, organization))
                .orElse("");
        values(article, Rec.NARRATOR)
                .forEach(narrator -> unless(label, "narrator", literal(narrator, SKOS.prefLabel.asNode()), out));
        literal(article, Rec.CODING_NOTE).ifPresent(note -> out.value(0, "note", note));
        unless(highest(), "highest", literal(article, Rec.HIGHEST_NUMBER), out);
        coding(out);
    }

    private String highest() {
        return coding.spans().keySet().stream()
                .map(statement -> statement.getURI().replaceFirst("^.*-0*", ""))
                .max(TermOrder::compareText)
                .orElse("0");
    }

    private void coding(YamlText out) {
        Node activity = CodingWriter.part(coding.article(), "coding");
        YamlText own = new YamlText(2);
        own.values(0, "by", actors(activity, Prov.WAS_ASSOCIATED_WITH));
        own.values(0, "reviewed", actors(activity, Rec.REVIEWED_BY));
        literal(activity, Rec.GUIDE_VERSION).ifPresent(guide -> own.value(0, "guide", guide));
        String from = literal(activity, Prov.STARTED_AT_TIME).orElse("");
        unless("", "from", Optional.of(from), own);
        unless(from, "until", literal(activity, Prov.ENDED_AT_TIME), own);
        literal(activity, Rec.CODING_NOTE).ifPresent(note -> own.value(0, "note", note));
        if (!own.isEmpty()) {
            out.key(0, "coding");
            out.block(2, own);
        }
    }

    private List<String> actors(Node activity, Node property) {
        return values(activity, property).stream()
                .map(actor -> references.shortest(actor, Kind.ACTORS))
                .toList();
    }

    private static void unless(String expected, String key, Optional<String> text, YamlText out) {
        text.filter(actual -> !actual.equals(expected)).ifPresent(actual -> out.value(0, key, actual));
    }

    private Optional<String> literal(Node node, Node property) {
        return values(node, property).stream().findFirst().map(Node::getLiteralLexicalForm);
    }

    private List<Node> values(Node node, Node property) {
        return G.listSP(coding.facts(), node, property).stream()
                .sorted(TermOrder.TERMS)
                .toList();
    }
}
