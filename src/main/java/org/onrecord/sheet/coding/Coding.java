// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.coding;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.onrecord.sheet.text.Stretch;
import org.onrecord.source.TermOrder;

/**
 * The coding of an article, with spans and mentions as places in its text: what sheet and graph have in common.
 *
 * @param article the article
 * @param facts the triples about article, coding, narrator, statements and reports, without those of spans, quotations
 *     and mentions
 * @param spans the spans of each statement, in text order
 * @param mentions the mentions, in order
 */
public record Coding(
        Node article, Graph facts, NavigableMap<Node, Map<Part, List<Stretch>>> spans, List<Mention> mentions) {
    public Coding {
        NavigableMap<Node, Map<Part, List<Stretch>>> copy = new TreeMap<>(TermOrder.TERMS);
        spans.forEach((statement, parts) -> copy.put(statement, parts.isEmpty() ? Map.of() : new EnumMap<>(parts)));
        spans = Collections.unmodifiableNavigableMap(copy);
        mentions = mentions.stream().sorted().toList();
    }

    /** The spans of a part of a statement. */
    public List<Stretch> spans(Node statement, Part part) {
        return spans.getOrDefault(statement, Map.of()).getOrDefault(part, List.of());
    }
}
