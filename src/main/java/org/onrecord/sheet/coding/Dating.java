// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.coding;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SchemaDO;
import org.onrecord.sheet.text.Stretch;
import org.onrecord.source.TermOrder;
import org.onrecord.vocabulary.Rec;

/**
 * When a statement was made.
 *
 * @param day an ISO date; {@code FROM/UNTIL} with one of them or both; or empty
 * @param words the words of the text that date it
 * @param basis the last part of a code of {@code date-basis}
 */
public record Dating(String day, Optional<Stretch> words, String basis) {
    /** Not dated. */
    public static final Dating NONE = new Dating("", Optional.empty(), "unresolved");

    /** A dating on the basis that follows from day and words. */
    public static Dating of(String day, Optional<Stretch> words) {
        return new Dating(day, words, basis(day, words));
    }

    /** Inferred from words, or a single day; else unresolved. */
    private static String basis(String day, Optional<Stretch> words) {
        return words.isPresent() || !day.isEmpty() && day.indexOf('/') < 0 ? "inferred" : "unresolved";
    }

    /** Whether the basis is the one that follows from day and words. */
    public boolean isByRule() {
        return basis.equals(basis(day, words));
    }

    /** The properties of the days, with the days. */
    public Map<Node, Node> days() {
        if (day.isEmpty()) {
            return Map.of();
        }
        int slash = day.indexOf('/');
        if (slash < 0) {
            return Map.of(Rec.STATED_ON, date(day));
        }
        String from = day.substring(0, slash);
        String until = day.substring(slash + 1);
        return from.isEmpty()
                ? Map.of(Rec.STATED_UNTIL, date(until))
                : until.isEmpty()
                        ? Map.of(Rec.STATED_FROM, date(from))
                        : Map.of(Rec.STATED_FROM, date(from), Rec.STATED_UNTIL, date(until));
    }

    /** The dating of a statement. */
    public static Dating of(Coding coding, Node statement) {
        Graph facts = coding.facts();
        String on = value(facts, statement, Rec.STATED_ON);
        String from = value(facts, statement, Rec.STATED_FROM);
        String until = value(facts, statement, Rec.STATED_UNTIL);
        String basis = facts.stream(statement, Rec.DATE_BASIS, Node.ANY)
                .map(Triple::getObject)
                .map(code -> code.getURI().substring(code.getURI().lastIndexOf('/') + 1))
                .findFirst()
                .orElse("unresolved");
        String day = from.isEmpty() && until.isEmpty() ? on : from + "/" + until;
        return new Dating(day, coding.spans(statement, Part.DATE).stream().findFirst(), basis);
    }

    /** The latest possible day of a statement, an ISO date. */
    public static Optional<String> latest(Graph facts, Node statement) {
        return Optional.of(value(facts, statement, Rec.STATED_ON) + value(facts, statement, Rec.STATED_UNTIL))
                .filter(day -> !day.isEmpty());
    }

    /** The latest day among the statements and the day of publication, an ISO date. */
    public static Optional<String> latestDay(Graph facts) {
        return Stream.of(Rec.STATED_ON, Rec.STATED_UNTIL, SchemaDO.datePublished.asNode())
                .flatMap(property -> facts.stream(Node.ANY, property, Node.ANY))
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .max(String::compareTo);
    }

    private static String value(Graph facts, Node statement, Node property) {
        return facts.stream(statement, property, Node.ANY)
                .map(Triple::getObject)
                .min(TermOrder.TERMS)
                .map(Node::getLiteralLexicalForm)
                .orElse("");
    }

    private static Node date(String day) {
        return NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate);
    }
}
