// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.coding;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.evidence.ArticleText;
import org.onrecord.sheet.text.CodedText;
import org.onrecord.sheet.text.Stretch;
import org.onrecord.vocabulary.Namespace;
import org.onrecord.vocabulary.Rec;

/** Writes a coding as the graph of its article. */
public final class CodingWriter {
    /** The codes of {@code rec:wording}. */
    public static final Node PLAIN = NodeFactory.createURI(Namespace.CODES + "wording/plain");

    public static final Node LOADED = NodeFactory.createURI(Namespace.CODES + "wording/loaded");

    private final Coding coding;
    private final ArticleText text;
    private final Graph graph = GraphMemFactory.createDefaultGraphSameTerm();

    private CodingWriter(Coding coding, ArticleText text) {
        this.coding = coding;
        this.text = text;
    }

    /** The graph of a coding of a text. */
    public static Graph graph(Coding coding, CodedText text) {
        CodingWriter writer = new CodingWriter(coding, text.text());
        GraphUtil.addInto(writer.graph, coding.facts());
        coding.spans().keySet().forEach(writer::statement);
        writer.mentions(coding.mentions());
        return writer.graph;
    }

    private void statement(Node statement) {
        for (Part part : Part.values()) {
            int number = 1;
            for (Stretch stretch : coding.spans(statement, part)) {
                Node span = part(statement, part.fragment(number++));
                graph.add(statement, part.property(), span);
                span(span, stretch, span);
                if (part == Part.QUOTE) {
                    String words = text.substring(stretch.start(), stretch.end());
                    Node quotation = part(span, "-text");
                    graph.add(span, OA.hasSelector.asNode(), quotation);
                    graph.add(quotation, RDF.Nodes.type, OA.TextQuoteSelector.asNode());
                    graph.add(quotation, OA.exact.asNode(), NodeFactory.createLiteralString(words));
                    graph.add(statement, Rec.QUOTE, NodeFactory.createLiteralLang(words, "en"));
                }
            }
        }
    }

    private void mentions(List<Mention> mentions) {
        Stretch before = null;
        int number = 1;
        for (Mention mention : mentions) {
            number = mention.place().equals(before) ? number + 1 : 1;
            before = mention.place();
            String place = before.start() + "-" + before.end();
            mention(part(coding.article(), "mention-" + place + (number == 1 ? "" : "-" + number)), mention);
        }
    }

    private void mention(Node node, Mention mention) {
        Stretch place = mention.place();
        Node span = part(node, "-span");
        graph.add(node, RDF.Nodes.type, Rec.MENTION);
        graph.add(node, OA.motivatedBy.asNode(), OA.identifying.asNode());
        graph.add(node, OA.hasBody.asNode(), mention.body());
        graph.add(node, OA.hasTarget.asNode(), span);
        graph.add(node, Rec.SURFACE, NodeFactory.createLiteralLang(text.substring(place.start(), place.end()), "en"));
        graph.add(node, Rec.WORDING, mention.loaded() ? LOADED : PLAIN);
        mention.voice().ifPresent(voice -> graph.add(node, Rec.VOICE, voice));
        mention.in().forEach(statement -> graph.add(node, Rec.IN_STATEMENT, statement));
        mention.note().ifPresent(note -> graph.add(node, Rec.CODING_NOTE, note));
        span(span, place, node);
    }

    /** Adds a span and its position, whose IRI is that of a node and {@code -position}. */
    private void span(Node span, Stretch stretch, Node owner) {
        Node position = part(owner, "-position");
        graph.add(span, RDF.Nodes.type, OA.SpecificResource.asNode());
        graph.add(span, OA.hasSource.asNode(), coding.article());
        graph.add(span, OA.hasSelector.asNode(), position);
        graph.add(
                span,
                Rec.DIGEST,
                NodeFactory.createLiteralString(
                        text.span(stretch.start(), stretch.end()).digest()));
        graph.add(position, RDF.Nodes.type, OA.TextPositionSelector.asNode());
        graph.add(position, OA.start.asNode(), number(stretch.start()));
        graph.add(position, OA.end.asNode(), number(stretch.end()));
    }

    private static Node number(int value) {
        return NodeFactory.createLiteralDT(String.valueOf(value), XSDDatatype.XSDnonNegativeInteger);
    }

    /** A part of a thing, or of a part of one: its IRI with a fragment, or with a longer one. */
    public static Node part(Node whole, String fragment) {
        return NodeFactory.createURI(whole.getURI() + (fragment.startsWith("-") ? "" : "#") + fragment);
    }
}
