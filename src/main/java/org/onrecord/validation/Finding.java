// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import java.util.Comparator;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Path0;
import org.apache.jena.sparql.path.Path;
import org.onrecord.source.Place;

/**
 * One result of a validation. Ordered by severity, the worst first, then by file and line.
 *
 * @param severity how bad it is
 * @param place the line to look at: that of the triple at fault, else the first about the node
 * @param fault the node, path and value at fault
 * @param message what is wrong: the shape's {@code sh:message}, with the nearest names where one is undefined
 * @param remedy what to do: the shape's {@code rec:remedy}
 * @param shape the shape that found it, or the nearest one around it that has an IRI
 * @param component the kind of constraint, a term of SHACL such as {@code sh:MinCountConstraintComponent}
 */
public record Finding(
        Severity severity,
        Place place,
        Fault fault,
        String message,
        Optional<String> remedy,
        Node shape,
        Node component)
        implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::place)
            .thenComparing(finding -> finding.fault().focus().toString())
            .thenComparing(Finding::message);

    /** The same finding with its texts cut to a number of code points: the message and what is quoted of the graph. */
    Finding truncate(int maxLength) {
        Fault shorter = new Fault(
                truncate(fault.focus(), maxLength),
                fault.path(),
                fault.value().map(value -> truncate(value, maxLength)));
        return new Finding(severity, place, shorter, truncate(message, maxLength), remedy, shape, component);
    }

    private static Node truncate(Node node, int maxLength) {
        if (!node.isLiteral() || node.getLiteralLexicalForm().length() <= maxLength) {
            return node;
        }
        return NodeFactory.createLiteralString(truncate(node.getLiteralLexicalForm(), maxLength));
    }

    /** A text, or its beginning with three dots. */
    static String truncate(String text, int maxLength) {
        return text.codePointCount(0, text.length()) <= maxLength
                ? text
                : text.substring(0, text.offsetByCodePoints(0, maxLength)) + "...";
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /**
     * What in the graph a shape objects to.
     *
     * @param focus the node that was validated ({@code sh:focusNode})
     * @param path the property or path from it ({@code sh:resultPath})
     * @param value the value that is wrong ({@code sh:value})
     */
    public record Fault(Node focus, Optional<Path> path, Optional<Node> value) {

        /** The property, where the path is one property, forwards. */
        Optional<Node> property() {
            return path.filter(P_Link.class::isInstance).map(link -> ((P_Link) link).getNode());
        }

        /** The triples that are at fault, where path and value name some; {@link Node#ANY} stands for an unknown value. */
        Optional<Triple> pattern() {
            return path.flatMap(step -> pattern(step, value.orElse(Node.ANY)));
        }

        private Optional<Triple> pattern(Path step, Node other) {
            if (step instanceof P_Inverse inverse && inverse.getSubPath() instanceof P_Path0 link) {
                return Optional.of(Triple.createMatch(other, link.getNode(), focus));
            }
            return property().map(forward -> Triple.createMatch(focus, forward, other));
        }
    }
}
