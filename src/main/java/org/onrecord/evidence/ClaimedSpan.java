// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.OA;
import org.onrecord.vocabulary.Rec;

/**
 * A span as given in the graph, not verified.
 *
 * @param node the span
 * @param start its first code point, or -1 if the graph does not give exactly one
 * @param end the code point after its last, or -1 if the graph does not give exactly one
 * @param digest its digest, empty if the graph does not give exactly one
 * @param exact its {@code oa:exact} values
 */
public record ClaimedSpan(Node node, int start, int end, String digest, List<String> exact) {
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,9}");

    public ClaimedSpan {
        exact = List.copyOf(exact);
    }

    /** The spans of an article, sorted by position. */
    public static List<ClaimedSpan> of(Graph graph, Node article) {
        return graph.stream(Node.ANY, OA.hasSource.asNode(), article)
                .map(Triple::getSubject)
                .map(span -> read(graph, span))
                .sorted(Comparator.comparingInt(ClaimedSpan::start)
                        .thenComparing(span -> span.node().toString()))
                .toList();
    }

    private static ClaimedSpan read(Graph graph, Node span) {
        List<Node> selectors = G.listSP(graph, span, OA.hasSelector.asNode());
        List<String> digests = values(graph, List.of(span), Rec.DIGEST);
        return new ClaimedSpan(
                span,
                position(values(graph, selectors, OA.start.asNode())),
                position(values(graph, selectors, OA.end.asNode())),
                digests.size() == 1 ? digests.get(0) : "",
                values(graph, selectors, OA.exact.asNode()));
    }

    /** Whether the text at this position has this digest. */
    boolean matches(ArticleText text) {
        return text.holds(start, end) && text.span(start, end).digest().equals(digest);
    }

    /** The sorted lexical forms of all literals of a property of the nodes. */
    static List<String> values(Graph graph, List<Node> nodes, Node property) {
        return nodes.stream()
                .flatMap(node -> G.listSP(graph, node, property).stream())
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .toList();
    }

    private static int position(List<String> values) {
        boolean one = values.size() == 1 && POSITION.matcher(values.get(0)).matches();
        return one ? Integer.parseInt(values.get(0)) : -1;
    }
}
