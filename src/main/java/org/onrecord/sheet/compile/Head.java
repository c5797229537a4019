// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.compile;

import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.onrecord.sheet.coding.ArticleDefaults;
import org.onrecord.sheet.coding.CodingWriter;
import org.onrecord.vocabulary.Kind;
import org.onrecord.vocabulary.Namespace;
import org.onrecord.vocabulary.Prov;
import org.onrecord.vocabulary.Rec;

/** The head of a sheet: article, narrator, and who coded it. */
final class Head {
    /** The keys of a sheet. */
    static final Set<String> KEYS = Set.of(
            "article",
            "text",
            "publisher",
            "url",
            "published",
            "language",
            "headline",
            "narrator",
            "note",
            "highest",
            "coding",
            "new",
            "occasions",
            "translations",
            "names",
            "loaded",
            "statements",
            "turtle");

    /** The keys of {@code coding}. */
    static final Set<String> CODING_KEYS = Set.of("by", "reviewed", "guide", "from", "until", "note");

    private static final Set<String> ORGANIZATION = Set.of("organization");

    private final Draft draft;
    private final References references;
    private final Graph known;

    /**
     * Reads heads.
     *
     * @param known the graph with the label of the publisher
     */
    Head(Draft draft, References references, Graph known) {
        this.draft = draft;
        this.references = references;
        this.known = known;
    }

    /** Adds the triples of article, narrator, coding and graph. */
    void read(Fields sheet) {
        Node article = draft.article();
        draft.place(article, sheet.position("article"));
        draft.add(article, RDF.Nodes.type, Rec.ARTICLE);
        draft.add(
                article,
                Rec.DIGEST,
                NodeFactory.createLiteralString(draft.text().text().digest()));
        draft.add(article, Rec.LENGTH, integer(draft.text().text().length()));
        draft.add(article, Rec.NARRATOR, draft.narrator());
        english(
                article,
                SchemaDO.headline.asNode(),
                sheet.text("headline").orElseGet(() -> ArticleDefaults.headline(draft.text())));
        draft.add(
                article,
                SchemaDO.inLanguage.asNode(),
                NodeFactory.createLiteralString(sheet.text("language").orElse("en")));
        typed(sheet, "url", article, new Typed(SchemaDO.url.asNode(), XSDDatatype.XSDanyURI));
        typed(sheet, "published", article, new Typed(SchemaDO.datePublished.asNode(), XSDDatatype.XSDdate));
        sheet.text("note").ifPresent(note -> english(article, Rec.CODING_NOTE, note));
        extra(sheet, article);
        Optional<Node> publisher = sheet.scalar("publisher").flatMap(name -> references.thing(name, ORGANIZATION));
        publisher.ifPresent(organization -> draft.add(article, SchemaDO.publisher.asNode(), organization));
        coding(sheet.fields("coding"));
    }

    /** Adds the narrator, named after the publisher, whose label must be known. */
    void narrator(Fields sheet) {
        Node narrator = draft.narrator();
        Optional<Node> publisher = draft.values(draft.article(), SchemaDO.publisher.asNode()).stream()
                .findFirst();
        draft.place(narrator, sheet.position("narrator"));
        draft.add(narrator, RDF.Nodes.type, NodeFactory.createURI(Namespace.TERMS + "Narrator"));
        sheet.text("narrator")
                .or(() -> publisher.flatMap(organization -> ArticleDefaults.narrator(known, organization)))
                .ifPresent(label -> english(narrator, SKOS.prefLabel.asNode(), label));
    }

    private void coding(Fields coding) {
        coding.allow(CODING_KEYS);
        Node activity = CodingWriter.part(draft.article(), "coding");
        draft.place(activity, coding.mapping().position());
        draft.add(activity, RDF.Nodes.type, Prov.ACTIVITY);
        coding.scalars("by")
                .forEach(by -> references
                        .thing(by, Kind.ACTORS)
                        .ifPresent(coder -> draft.add(activity, Prov.WAS_ASSOCIATED_WITH, coder)));
        coding.scalars("reviewed")
                .forEach(by -> references
                        .thing(by, Kind.ACTORS)
                        .ifPresent(reviewer -> draft.add(activity, Rec.REVIEWED_BY, reviewer)));
        coding.text("guide")
                .ifPresent(version -> draft.add(activity, Rec.GUIDE_VERSION, NodeFactory.createLiteralString(version)));
        coding.text("note").ifPresent(note -> english(activity, Rec.CODING_NOTE, note));
        typed(coding, "from", activity, new Typed(Prov.STARTED_AT_TIME, XSDDatatype.XSDdateTime));
        typed(
                coding,
                coding.has("until") ? "until" : "from",
                activity,
                new Typed(Prov.ENDED_AT_TIME, XSDDatatype.XSDdateTime));
        extra(coding, activity);
        draft.place(draft.graph(), coding.mapping().position());
        draft.add(draft.graph(), RDF.Nodes.type, Prov.ENTITY);
        draft.add(draft.graph(), Prov.HAD_PRIMARY_SOURCE, draft.article());
        draft.add(draft.graph(), Prov.WAS_GENERATED_BY, activity);
    }

    /** A property and the datatype of its values. */
    private record Typed(Node property, XSDDatatype type) {}

    private void typed(Fields fields, String key, Node subject, Typed typed) {
        fields.literal(key, typed.type()).ifPresent(value -> {
            draft.add(subject, typed.property(), value);
            draft.place(subject, typed.property(), fields.position(key));
        });
    }

    private void extra(Fields fields, Node subject) {
        for (String key : fields.properties()) {
            references
                    .property(key, fields)
                    .ifPresent(property -> fields.scalars(key)
                            .forEach(value -> draft.add(subject, property, references.value(value))));
        }
    }

    private void english(Node subject, Node property, String text) {
        draft.add(subject, property, NodeFactory.createLiteralLang(text, "en"));
    }

    static Node integer(int value) {
        return NodeFactory.createLiteralDT(String.valueOf(value), XSDDatatype.XSDinteger);
    }
}
