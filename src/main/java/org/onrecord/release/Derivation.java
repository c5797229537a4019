// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.engine.StoreBuilder;
import org.onrecord.engine.StoreEdit;
import org.onrecord.engine.StoredDataset;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Namespace;

/**
 * Derives graphs by rules: from all statements, or from those that a change affects.
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

    /** The rules as {@code sh:SPARQLRule} (SHACL Advanced Features, section 8.3). */
    Graph texts() {
        Graph graph = GraphMemFactory.createDefaultGraph();
        for (Rule rule : rules) {
            Node node = NodeFactory.createURI(RULES + "#" + rule.graph());
            graph.add(node, RDF.Nodes.type, SHACL.SPARQLRule);
            graph.add(node, SHACL.construct, NodeFactory.createLiteralDT(rule.text(), XSDDatatype.XSDstring));
        }
        return graph;
    }

    /** Whether a release has the graphs of these rules. */
    boolean isOf(Release release) {
        Graph texts = texts();
        return release.hashes().rules().equals(texts.isEmpty() ? Optional.empty() : Optional.of(ReleaseHash.of(texts)));
    }

    /** Adds all derived graphs to the stated ones. Their dataset is not kept, because each of both can fill half of the memory. */
    StoreBuilder derive(StoredDataset stated) {
        StoreBuilder builder = new StoreBuilder(stated.store());
        List<Graph> derived = rules.parallelStream()
                .map(rule -> rule.derive(stated.getDefaultGraph()))
                .toList();
        for (int rule = 0; rule < derived.size(); rule++) {
            builder.addInferred(name(rules.get(rule)), derived.get(rule));
        }
        return builder;
    }

    /**
     * The edit that derives anew what a change of stated triples affects.
     *
     * @param before the stated triples before the change
     * @param after the dataset after the change, with the derived graphs before it
     * @param changed the subjects of the changed triples
     */
    StoreEdit derive(Graph before, StoredDataset after, Collection<Node> changed) {
        StoreEdit edit = new StoreEdit(after.store());
        Graph stated = after.explicit();
        for (Rule rule : rules) {
            Node name = name(rule);
            Set<Node> affected = rule.affected(before, stated, changed);
            Graph old = after.getGraph(name);
            affected.forEach(statement ->
                    old.stream(statement, Node.ANY, Node.ANY).forEach(triple -> edit.remove(name, triple)));
            rule.derive(stated, affected).stream().forEach(triple -> edit.add(name, triple));
        }
        return edit;
    }

    private Node name(Rule rule) {
        return NodeFactory.createURI(base.graph(rule.graph()));
    }
}
