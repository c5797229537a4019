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
 * A validation result. Ordered by severity (most severe first), file and line.
 *
 * @param level the value of {@code sh:severity}: a term of SHACL or any other IRI
 * @param place the place of the triple, else of the first triple about the node
 * @param fault the node, path and value
 * @param wording the shape's {@code sh:message}, with suggestions for an undefined term, and {@code rec:remedy}
 * @param shape the shape, or the nearest enclosing shape with an IRI
 * @param component the constraint component, such as {@code sh:MinCountConstraintComponent}
 */
public record Finding(Node level, Place place, Fault fault, Wording wording, Node shape, Node component)
        implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::place)
            .thenComparing(finding -> finding.fault().focus().toString())
            .thenComparing(Finding::message)
            .thenComparing(finding -> finding.shape().toString());

    /** The severity: what the level means for a release. */
    public Severity severity() {
        return Severity.of(level);
    }

    /** The message, in English if the shape has one. */
    public String message() {
        return wording.message();
    }

    /** The remedy, in English if the shape has one. */
    public Optional<String> remedy() {
        return wording.remedy();
    }

    /** Truncates the message and literals to a number of code points. */
    Finding truncate(int maxLength) {
        Fault shorter = new Fault(
                truncate(fault.focus(), maxLength),
                fault.path(),
                fault.value().map(value -> truncate(value, maxLength)));
        return new Finding(level, place, shorter, wording.truncate(maxLength), shape, component);
    }

    private static Node truncate(Node node, int maxLength) {
        if (!node.isLiteral() || node.getLiteralLexicalForm().length() <= maxLength) {
            return node;
        }
        return NodeFactory.createLiteralString(truncate(node.getLiteralLexicalForm(), maxLength));
    }

    /** Truncates a text and appends three dots if it is longer. */
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
     * The part of the graph that violates a shape.
     *
     * @param focus the focus node ({@code sh:focusNode})
     * @param path the path ({@code sh:resultPath})
     * @param value the value ({@code sh:value})
     */
    public record Fault(Node focus, Optional<Path> path, Optional<Node> value) {

        /** The property, if the path is a single forward property. */
        public Optional<Node> property() {
            return path.filter(P_Link.class::isInstance).map(link -> ((P_Link) link).getNode());
        }

        /** A pattern for the triples, if path and value determine one; {@link Node#ANY} for an unknown value. */
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
