// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.vocabulary.Rec;

/**
 * A withdrawn article, as {@code data/withdrawn.ttl} says it.
 *
 * @param article its IRI
 * @param graph the IRI of the graph that held it
 * @param day the day of the withdrawal, ISO 8601
 * @param by who withdrew it
 * @param reason why
 * @param digest the hash of the graph as it was withdrawn
 * @param highestNumber the highest number that it gave to a statement
 */
public record Withdrawal(
        Node article, Node graph, String day, String by, String reason, String digest, int highestNumber) {
    /** All withdrawals of a graph, the latest first. */
    public static List<Withdrawal> all(Graph graph) {
        return graph.stream(Node.ANY, RDF.Nodes.type, Rec.WITHDRAWN_ARTICLE)
                .map(triple -> of(triple.getSubject(), graph))
                .sorted(Comparator.comparing(Withdrawal::day)
                        .reversed()
                        .thenComparing(withdrawal -> withdrawal.article().getURI()))
                .toList();
    }

    /** The withdrawal of an article; empty if it was not withdrawn. */
    public static Optional<Withdrawal> of(Graph graph, Node article) {
        return graph.contains(article, RDF.Nodes.type, Rec.WITHDRAWN_ARTICLE)
                ? Optional.of(of(article, graph))
                : Optional.empty();
    }

    private static Withdrawal of(Node article, Graph graph) {
        return new Withdrawal(
                article,
                object(graph, article, Rec.WITHDRAWN_GRAPH).orElse(article),
                text(graph, article, Rec.WITHDRAWN_ON),
                text(graph, article, Rec.WITHDRAWN_BY),
                text(graph, article, Rec.WITHDRAWAL_REASON),
                text(graph, article, Rec.WITHDRAWN_DIGEST),
                highestNumber(graph, article));
    }

    /** The highest number that an article, withdrawn or not, gave to a statement; 0 if the graph does not say. */
    public static int highestNumber(Graph graph, Node article) {
        String number = text(graph, article, Rec.HIGHEST_NUMBER);
        return number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : 0;
    }

    /** The end of a sentence that says what was withdrawn: {@code " on DAY by NAME. Reason: R"}. */
    public String told() {
        return " on " + day + " by " + by + ". Reason: " + reason;
    }

    /** Writes the withdrawal into a graph. */
    public void addTo(Graph target) {
        target.add(article, RDF.Nodes.type, Rec.WITHDRAWN_ARTICLE);
        target.add(article, Rec.WITHDRAWN_GRAPH, graph);
        target.add(article, Rec.WITHDRAWN_ON, NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate));
        target.add(article, Rec.WITHDRAWN_BY, NodeFactory.createLiteralString(by));
        target.add(article, Rec.WITHDRAWAL_REASON, NodeFactory.createLiteralString(reason));
        target.add(article, Rec.WITHDRAWN_DIGEST, NodeFactory.createLiteralString(digest));
        target.add(
                article,
                Rec.HIGHEST_NUMBER,
                NodeFactory.createLiteralDT(String.valueOf(highestNumber), XSDDatatype.XSDinteger));
    }

    private static Optional<Node> object(Graph graph, Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY).map(Triple::getObject).findFirst();
    }

    private static String text(Graph graph, Node subject, Node property) {
        return object(graph, subject, property)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .orElse("");
    }
}
