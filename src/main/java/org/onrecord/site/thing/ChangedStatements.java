// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.thing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDFS;
import org.onrecord.engine.Change;
import org.onrecord.vocabulary.Rec;

/**
 * The statements whose lines a change may alter: those that are changed themselves or in their spans, those that lead to a
 * thing whose label changed, and those reported within one of these.
 *
 * @param change the change
 * @param reading the graph after it
 */
record ChangedStatements(Change change, GraphReader reading) {
    /** The properties from a statement to the position of its words, the last first. */
    private static final List<Node> SPANS = List.of(OA.hasSelector.asNode(), Rec.EVIDENCE, Rec.QUOTE_EVIDENCE);

    private static final List<Node> OUTER = List.of(Rec.WITHIN, Rec.POSSIBLY_WITHIN);

    /** Whether the classes are the same: with others, anything can have become a statement. */
    static boolean isLocal(Change change) {
        return change.triples().noneMatch(triple -> triple.getPredicate().equals(RDFS.subClassOf.asNode()));
    }

    /** The nodes, among which are the statements. */
    Set<Node> all() {
        Set<Node> all = subjects(triple -> true);
        SPANS.forEach(property -> addSubjects(property, all));
        Set<Node> renamed = renamed();
        all.addAll(renamed);
        renamed.forEach(thing -> reading.subjects(Node.ANY, thing).forEach(all::add));
        for (int before = 0; before < all.size(); ) {
            before = all.size();
            OUTER.forEach(property -> addSubjects(property, all));
        }
        all.removeIf(node -> !node.isURI());
        return all;
    }

    /** The nodes whose labels may have changed; an unnamed tenure has that of its office. */
    private Set<Node> renamed() {
        Set<Node> renamed = subjects(triple -> GraphReader.isNaming(triple.getPredicate()));
        change.triples()
                .filter(triple -> GraphReader.isNaming(triple.getPredicate())
                        && triple.getObject().isLiteral())
                .flatMap(triple -> reading.namesakes(triple.getObject().getLiteralLexicalForm()))
                .forEach(renamed::add);
        addSubjects(Rec.OFFICE, renamed);
        return renamed;
    }

    private Set<Node> subjects(Predicate<Triple> which) {
        return change.triples().filter(which).map(Triple::getSubject).collect(Collectors.toCollection(HashSet::new));
    }

    /** Adds what has a property with one of the nodes as value. */
    private void addSubjects(Node property, Set<Node> nodes) {
        Stream<Node> found = List.copyOf(nodes).stream().flatMap(node -> reading.subjects(property, node).stream());
        found.toList().forEach(nodes::add);
    }
}
