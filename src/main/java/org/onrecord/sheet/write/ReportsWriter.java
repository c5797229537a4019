// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.system.G;
import org.onrecord.sheet.coding.ReportForm;
import org.onrecord.sheet.coding.Things;
import org.onrecord.source.TermOrder;
import org.onrecord.vocabulary.Rec;

/** Writes what statements tell of agreements, events and organizations. */
final class ReportsWriter {
    private final Graph facts;
    private final ReferenceWriter references;

    ReportsWriter(Graph facts, ReferenceWriter references) {
        this.facts = facts;
        this.references = references;
    }

    /** Adds the key of a statement, if it tells something. */
    void write(Node statement, YamlText out) {
        Map<Map<String, List<String>>, Map<String, List<String>>> told = new LinkedHashMap<>();
        for (Node node : G.listPO(facts, Rec.ACCORDING_TO, statement).stream()
                .sorted(TermOrder.TERMS)
                .toList()) {
            value(node, Rec.SUBJECT_OF_REPORT).ifPresent(subject -> merge(entries(node, subject), told));
        }
        out.mappings(0, "tells", List.copyOf(told.values()));
    }

    /** Joins what differs only in the value of its role, such as several parties. */
    private static void merge(
            Map<String, List<String>> entries, Map<Map<String, List<String>>, Map<String, List<String>>> told) {
        String key = entries.keySet().stream().skip(1).findFirst().orElse("");
        Map<String, List<String>> same = new LinkedHashMap<>(entries);
        same.put(key, List.of());
        told.merge(same, entries, (before, more) -> {
            Map<String, List<String>> joined = new LinkedHashMap<>(before);
            joined.put(
                    key,
                    Stream.concat(
                                    before.getOrDefault(key, List.of()).stream(),
                                    more.getOrDefault(key, List.of()).stream())
                            .toList());
            return joined;
        });
    }

    private Map<String, List<String>> entries(Node node, Node subject) {
        Map<String, List<String>> entries = new LinkedHashMap<>();
        entries.put("of", List.of(references.shortest(subject, Things.ANY)));
        String key = value(node, Rec.ROLE)
                .map(ReferenceWriter::slug)
                .orElse(value(node, Rec.STATUS).isPresent() ? "status" : "provides");
        ReportForm form = ReportForm.of(key, references.kind(subject));
        value(node, form.property()).ifPresent(value -> entries.put(key, List.of(told(key, value))));
        value(node, Rec.AS_OF).ifPresent(day -> entries.put("asOf", List.of(day.getLiteralLexicalForm())));
        value(node, Rec.CODING_NOTE).ifPresent(note -> entries.put("note", List.of(note.getLiteralLexicalForm())));
        return entries;
    }

    private String told(String key, Node value) {
        if (value.isLiteral()) {
            return value.getLiteralLexicalForm();
        }
        return key.equals("status") ? ReferenceWriter.slug(value) : references.shortest(value, Things.ANY);
    }

    private Optional<Node> value(Node subject, Node property) {
        return G.listSP(facts, subject, property).stream().min(TermOrder.TERMS);
    }
}
