// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.compile;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.sheet.yaml.YamlNode.Scalar;
import org.onrecord.vocabulary.Rec;

/** Numbers the statements of a sheet and nests them. */
final class Outline {
    private final Draft draft;
    private final Set<Integer> used = new HashSet<>();
    private final Map<Fields, Integer> numbers = new LinkedHashMap<>();

    private Outline(Draft draft) {
        this.draft = draft;
    }

    /**
     * Adds the statements to the draft.
     *
     * @return the numbers given to statements without id, by their keys
     */
    static Map<Fields, Integer> read(Fields sheet, Draft draft) {
        Outline outline = new Outline(draft);
        List<Fields> top = sheet.mappings("statements");
        outline.collect(top);
        Map<Fields, Integer> given = new LinkedHashMap<>();
        outline.number(
                top,
                given,
                Math.max(
                        draft.highest(),
                        outline.used.stream().max(Integer::compare).orElse(0)));
        outline.add(top, Optional.empty());
        return given;
    }

    /** The highest number of the draft's statements, or that given before. */
    static int highest(Draft draft) {
        return Math.max(
                draft.highest(),
                draft.statements().keySet().stream()
                        .map(Node::getURI)
                        .mapToInt(iri -> Integer.parseInt(iri.substring(iri.lastIndexOf('-') + 1)))
                        .max()
                        .orElse(0));
    }

    private void collect(List<Fields> statements) {
        for (Fields fields : statements) {
            Optional<Scalar> id = fields.scalar("id");
            id.ifPresent(number -> {
                if (!number.text().matches("[1-9]\\d{0,5}")) {
                    fields.problems()
                            .error(
                                    number.position(),
                                    "Invalid id '" + number.text()
                                            + "'; write a number from 1, or remove the key to get one");
                } else if (!used.add(Integer.parseInt(number.text()))) {
                    fields.problems()
                            .error(
                                    number.position(),
                                    "The id " + number.text() + " is already used; remove the key to get a new one");
                } else {
                    numbers.put(fields, Integer.parseInt(number.text()));
                }
            });
            collect(fields.mappings("reports"));
        }
    }

    /** Numbers the statements without id, from the one after the last, and returns the new last. */
    private int number(List<Fields> statements, Map<Fields, Integer> given, int last) {
        int number = last;
        for (Fields fields : statements) {
            if (!fields.has("id")) {
                given.put(fields, ++number);
            }
            number = number(fields.mappings("reports"), given, number);
        }
        numbers.putAll(given);
        return number;
    }

    private void add(List<Fields> statements, Optional<Node> parent) {
        for (Fields fields : statements) {
            Integer number = numbers.get(fields);
            if (number == null) {
                continue;
            }
            Node statement = draft.statement(number);
            boolean narration = parent.isEmpty() && !fields.has("by") && !fields.has("who");
            int depth = parent.map(outer -> draft.depth(outer) + 1).orElse(narration ? 0 : 1);
            draft.statements().put(statement, fields);
            draft.place(statement, fields.mapping().position());
            draft.add(statement, RDF.Nodes.type, Rec.STATEMENT);
            draft.add(statement, Rec.REPORTED_IN, draft.article());
            draft.add(statement, Rec.DEPTH, NodeFactory.createLiteralDT(String.valueOf(depth), XSDDatatype.XSDinteger));
            parent.filter(outer -> depth > 1).ifPresent(outer -> draft.add(statement, Rec.WITHIN, outer));
            if (parent.isPresent() && depth == 1) {
                fields.problems()
                        .error(
                                fields.mapping().position(),
                                "A statement nested in the article's own voice is not reported by anybody; move it out of 'reports', or give the outer one 'by'");
            }
            add(fields.mappings("reports"), Optional.of(statement));
        }
    }
}
