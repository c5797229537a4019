// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Namespace;

/**
 * Derives graphs by rules: from all statements, or from those that the change since another release affects.
 *
 * @param rules the rules
 * @param base the base of the IRIs of derived graphs
 */
record Derivation(List<Rule> rules, BaseIri base) {
    /** The graph with the text of the rules, a stated graph: a release with other rules is another release. */
    static final String RULES = Namespace.GRAPHS + "rules";

    Derivation {
        rules = List.copyOf(rules);
    }

    /** Adds the graph of the rules to named graphs, if there are rules. */
    void addTexts(Map<String, Graph> named) {
        Graph texts = texts();
        if (!texts.isEmpty()) {
            named.put(RULES, texts);
        }
    }

    /** The rules as {@code sh:SPARQLRule} (SHACL Advanced Features, section 8.3). */
    private Graph texts() {
        Graph graph = GraphMemFactory.createDefaultGraph();
        for (Rule rule : rules) {
            Node node = NodeFactory.createURI(RULES + "#" + rule.graph());
            graph.add(node, RDF.Nodes.type, SHACL.SPARQLRule);
            graph.add(node, SHACL.construct, NodeFactory.createLiteralDT(rule.text(), XSDDatatype.XSDstring));
        }
        return graph;
    }

    /**
     * Derives the graphs of a release.
     *
     * @param before an earlier release, from which the graphs are continued if base and rules are the same
     * @param named the stated graphs, by IRI
     * @param hashes their hashes
     * @param stated their union
     */
    Map<String, Graph> graphs(Optional<Release> before, Map<String, Graph> named, ReleaseHash hashes, Graph stated) {
        return before.filter(release -> release.base().equals(base)
                        && Optional.ofNullable(release.hashes().graphs().get(RULES))
                                .equals(Optional.ofNullable(hashes.graphs().get(RULES))))
                .map(release -> after(release, named, hashes, stated))
                .orElseGet(() -> from(stated));
    }

    /** Derives all graphs. */
    Map<String, Graph> from(Graph stated) {
        Map<String, Graph> derived = new LinkedHashMap<>();
        rules.forEach(rule -> derived.put(base.graph(rule.graph()), rule.derive(stated)));
        return derived;
    }

    /**
     * Derives the graphs of a changed release.
     *
     * @param before the release before the change, derived by the same rules
     * @param named the stated graphs after the change, by IRI
     * @param hashes their hashes
     * @param stated their union
     */
    Map<String, Graph> after(Release before, Map<String, Graph> named, ReleaseHash hashes, Graph stated) {
        Collection<Node> changed = changed(before, named, hashes);
        Map<String, Graph> derived = new LinkedHashMap<>();
        for (Rule rule : rules) {
            String iri = base.graph(rule.graph());
            Set<Node> affected = rule.affected(before.everything(), stated, changed);
            Graph graph = GraphMemFactory.createDefaultGraph();
            before.dataset().getGraph(NodeFactory.createURI(iri)).stream()
                    .filter(triple -> !affected.contains(triple.getSubject()))
                    .forEach(graph::add);
            GraphUtil.addInto(graph, rule.derive(stated, affected));
            derived.put(iri, graph);
        }
        return derived;
    }

    /** The subjects of the triples that only one of two releases has, graph by graph. */
    private static Collection<Node> changed(Release before, Map<String, Graph> named, ReleaseHash hashes) {
        Map<String, String> old = before.hashes().graphs();
        Set<Node> subjects = new HashSet<>();
        Stream.concat(old.keySet().stream(), named.keySet().stream())
                .distinct()
                .filter(graph -> !Optional.ofNullable(old.get(graph))
                        .equals(Optional.ofNullable(hashes.graphs().get(graph))))
                .forEach(graph -> {
                    Graph was = before.dataset().getGraph(NodeFactory.createURI(graph));
                    Graph is = named.getOrDefault(graph, Graph.emptyGraph);
                    was.stream()
                            .filter(triple -> !is.contains(triple))
                            .map(Triple::getSubject)
                            .forEach(subjects::add);
                    is.stream()
                            .filter(triple -> !was.contains(triple))
                            .map(Triple::getSubject)
                            .forEach(subjects::add);
                });
        return subjects;
    }
}
