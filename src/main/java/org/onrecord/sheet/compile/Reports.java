// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.compile;

import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.sheet.coding.CodingWriter;
import org.onrecord.sheet.coding.ReportForm;
import org.onrecord.sheet.coding.Rules;
import org.onrecord.sheet.coding.Things;
import org.onrecord.sheet.yaml.YamlNode.Scalar;
import org.onrecord.vocabulary.Rec;

/** What statements tell of agreements, events and organizations: the key {@code tells}. */
final class Reports {
    /** The keys beside that of what is told. */
    static final Set<String> OTHER_KEYS = Set.of("of", "asOf", "note");

    private final Draft draft;
    private final References references;
    private final Things things;

    Reports(Draft draft, References references, Things things) {
        this.draft = draft;
        this.references = references;
        this.things = things;
    }

    /** Adds the nodes of all statements. */
    void read() {
        draft.statements()
                .forEach((statement, fields) -> fields.mappings("tells").forEach(tells -> read(statement, tells)));
    }

    private void read(Node statement, Fields tells) {
        Optional<Node> subject = tells.scalar("of").flatMap(of -> references.thing(of, Things.ANY));
        if (!tells.has("of")) {
            draft.problems()
                    .error(
                            tells.mapping().position(),
                            "What is told has no 'of'; name the agreement, event or organization");
        }
        long said = tells.mapping().values().keySet().stream()
                .filter(key -> !OTHER_KEYS.contains(key) && key.indexOf(':') < 0)
                .count();
        if (said != 1) {
            draft.problems()
                    .error(
                            tells.mapping().position(),
                            "Give one of 'status', 'provides' or a role, such as 'party', beside 'of'");
            return;
        }
        String key = tells.mapping().values().keySet().stream()
                .filter(other -> !OTHER_KEYS.contains(other) && other.indexOf(':') < 0)
                .findFirst()
                .orElseThrow();
        subject.ifPresent(node ->
                tells.scalars(key).forEach(value -> node(new Told(statement, node, key), value, tells)));
    }

    /** What a statement tells of a thing: a status, a provision, or who has a role. */
    private record Told(Node statement, Node subject, String key) {}

    private void node(Told told, Scalar value, Fields tells) {
        object(told.key(), value, tells).ifPresent(object -> {
            ReportForm form = ReportForm.of(told.key(), things.kind(told.subject()));
            Node node = node(told, form, object);
            draft.place(node, value.position());
            draft.add(node, RDF.Nodes.type, form.type());
            draft.add(node, Rec.SUBJECT_OF_REPORT, told.subject());
            draft.add(node, Rec.ACCORDING_TO, told.statement());
            draft.add(node, form.property(), object);
            if (form.hasRole()) {
                draft.add(node, Rec.ROLE, Rules.code("role", told.key()));
            }
            tells.literal("asOf", XSDDatatype.XSDdate).ifPresent(day -> draft.add(node, Rec.AS_OF, day));
            tells.text("note")
                    .ifPresent(note -> draft.add(node, Rec.CODING_NOTE, NodeFactory.createLiteralLang(note, "en")));
            for (String property : tells.properties()) {
                references
                        .property(property, tells)
                        .ifPresent(other -> tells.scalars(property)
                                .forEach(some -> draft.add(node, other, references.value(some))));
            }
        });
    }

    /** The node: of several provisions of one statement each its own. */
    private Node node(Told told, ReportForm form, Node object) {
        String fragment = form.fragment(told.key(), slug(object), slug(told.statement()));
        Node node = CodingWriter.part(told.subject(), fragment);
        for (int number = 2;
                told.key().equals("provides") && draft.facts().contains(node, RDF.Nodes.type, Node.ANY);
                number++) {
            node = CodingWriter.part(told.subject(), fragment + "-" + number);
        }
        return node;
    }

    private Optional<Node> object(String key, Scalar value, Fields tells) {
        return switch (key) {
            case "status" -> references.code(value, "agreement-status");
            case "provides" -> Optional.of(NodeFactory.createLiteralLang(value.text(), "en"));
            default ->
                references
                        .code(new Scalar(tells.position(key), key, false), "role")
                        .flatMap(role -> references.thing(value, Things.ANY));
        };
    }

    private static String slug(Node node) {
        return node.isURI() ? node.getURI().substring(node.getURI().lastIndexOf('/') + 1) : "";
    }
}
