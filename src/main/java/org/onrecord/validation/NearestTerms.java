// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.onrecord.source.Layout;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.EditDistance;
import org.onrecord.vocabulary.Namespace;

/** The terms defined in a graph (subjects of at least one triple), and suggestions for undefined ones. For one thread. */
final class NearestTerms {
    private static final int MAX_SUGGESTIONS = 3;
    private static final int MAX_EDITS = 4;
    private static final int MAX_QUOTED_LENGTH = 100;

    /** Namespaces whose terms the ontology must describe: all except rdf, rdfs, owl, sh and xsd. */
    private static final List<String> DECLARED = Stream.concat(
                    Stream.of(Namespace.ONTOLOGY, Namespace.SHAPES_DOCUMENT, Namespace.CODE, Namespace.GRAPHS),
                    Namespace.PREFIXES.entrySet().stream()
                            .filter(prefix ->
                                    !Set.of("rdf", "rdfs", "owl", "sh", "xsd").contains(prefix.getKey()))
                            .map(Map.Entry::getValue))
            .toList();

    private final Graph graph;
    private final Set<String> defined = new HashSet<>();
    private final BaseIri base;
    private final Runnable step;

    /**
     * The terms of a graph.
     *
     * @param step called for each compared term; may throw to stop the search
     */
    NearestTerms(Graph graph, Runnable step) {
        this.graph = graph;
        this.step = step;
        this.base = BaseIri.of(graph);
    }

    /** The defined terms, collected when the first suggestion is needed. */
    private Stream<String> defined() {
        if (defined.isEmpty()) {
            graph.stream().map(Triple::getSubject).filter(Node::isURI).forEach(node -> defined.add(node.getURI()));
        }
        return defined.stream();
    }

    /** Whether a node is an IRI in a declared namespace that the graph does not describe. */
    boolean isUndefined(Node node) {
        return node.isURI()
                && (node.getURI().startsWith(base.iri()) || DECLARED.stream().anyMatch(node.getURI()::startsWith))
                && !graph.contains(node, Node.ANY, Node.ANY);
    }

    /** The message for an undefined node: {@code 'rec:speeker' is not defined; did you mean rec:speaker?} */
    String hint(Node undefined) {
        List<String> near = nearest(undefined.getURI());
        String shown = near.stream().map(NearestTerms::shorten).collect(Collectors.joining(" or "));
        return "'" + Finding.truncate(Layout.DEFAULT.shorten(undefined), MAX_QUOTED_LENGTH) + "' is not defined"
                + (near.isEmpty() ? "" : "; did you mean " + shown + "?");
    }

    private List<String> nearest(String iri) {
        String namespace = namespace(iri);
        String name = iri.substring(namespace.length());
        if (name.length() > EditDistance.MAX_NAME_LENGTH) {
            return List.of();
        }
        int limit = Math.max(1, Math.min(MAX_EDITS, name.length() / 3));
        List<Near> near = defined()
                .peek(other -> step.run())
                .filter(other -> namespace(other).equals(namespace))
                .map(other -> new Near(other, EditDistance.between(name, other.substring(namespace.length()), limit)))
                .filter(other -> other.edits() <= limit)
                .sorted(Comparator.comparing(Near::edits).thenComparing(Near::iri))
                .toList();
        return near.isEmpty()
                ? sameNameElsewhere(name)
                : near.stream()
                        .filter(other -> other.edits() == near.get(0).edits())
                        .limit(MAX_SUGGESTIONS)
                        .map(Near::iri)
                        .toList();
    }

    /** The same slug with another kind: {@code id/state/x} for {@code id/region/x}. */
    private List<String> sameNameElsewhere(String name) {
        Stream<String> ours = defined().filter(other -> other.startsWith(base.iri()));
        return ours.filter(other -> other.substring(namespace(other).length()).equals(name))
                .sorted()
                .limit(MAX_SUGGESTIONS)
                .toList();
    }

    /** The IRI up to and including its last {@code #} or {@code /}. */
    private static String namespace(String iri) {
        return iri.substring(0, Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    }

    private static String shorten(String iri) {
        return Layout.DEFAULT.shorten(NodeFactory.createURI(iri));
    }

    private record Near(String iri, int edits) {}
}
