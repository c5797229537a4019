// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation.change;

import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.onrecord.engine.Store;
import org.onrecord.engine.StoredGraph;

/** Estimates of how many matches a pattern has for a row. Thread-safe. */
final class FanOut {
    private static final double CHECK = 0.5;
    private static final double PER_SUBJECT = 1.5;
    private static final double PER_OBJECT = 100;
    private static final double PER_TYPE = 10_000;
    private static final double PER_CLASS = 1;
    private static final double PROPERTIES = 20;
    private static final double MANY = 1e9;

    private final Optional<Store> store;

    /** Estimates by the counts of a graph, if it is stored, else by rules of thumb. */
    FanOut(Graph graph) {
        this.store = graph instanceof StoredGraph stored ? Optional.of(stored.store()) : Optional.empty();
    }

    /** The expected number of matches for a row that binds these variables. */
    double of(Edge edge, Set<Var> known) {
        boolean from = Edge.isKnown(edge.subject(), known);
        boolean to = Edge.isKnown(edge.object(), known);
        boolean anyLink =
                edge.predicate().filter(link -> !Edge.isKnown(link, known)).isPresent();
        if (from && to) {
            return anyLink ? 1 : CHECK;
        } else if (!from && !to) {
            return MANY;
        }
        return step(edge.path(), from) * (anyLink ? PROPERTIES : 1);
    }

    private double step(Path path, boolean forward) {
        if (path instanceof P_Link link) {
            return link(link.getNode(), forward);
        } else if (path instanceof P_ReverseLink link) {
            return link(link.getNode(), !forward);
        } else if (path instanceof P_Inverse inverse) {
            return step(inverse.getSubPath(), !forward);
        } else if (path instanceof P_Seq both) {
            return step(both.getLeft(), forward) * step(both.getRight(), forward);
        } else if (path instanceof P_Alt both) {
            return step(both.getLeft(), forward) + step(both.getRight(), forward);
        }
        return path instanceof P_Path1 repeated ? 1 + step(repeated.getSubPath(), forward) : PROPERTIES;
    }

    private double link(Node predicate, boolean forward) {
        if (RDFS.subClassOf.asNode().equals(predicate)) {
            return PER_CLASS;
        }
        int id = store.map(terms -> terms.id(predicate)).orElse(0);
        if (id != 0) {
            Store.Counts counts = store.orElseThrow().counts(id);
            return forward ? counts.perSubject() : counts.perObject();
        } else if (forward) {
            return PER_SUBJECT;
        }
        return RDF.Nodes.type.equals(predicate) ? PER_TYPE : PER_OBJECT;
    }
}
