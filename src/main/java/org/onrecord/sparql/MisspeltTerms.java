// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sparql;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.onrecord.query.Similarity;
import org.onrecord.release.Release;
import org.onrecord.vocabulary.Namespace;

/**
 * Finds misspelt terms of the ontology in queries, for a hint in the response.
 *
 * @param known local names of all terms
 */
record MisspeltTerms(Set<String> known) {
    private static final List<Node> TERMS = List.of(
            OWL2.Class.asNode(),
            OWL2.ObjectProperty.asNode(),
            OWL2.DatatypeProperty.asNode(),
            OWL2.AnnotationProperty.asNode(),
            RDFS.Class.asNode(),
            RDF.Property.asNode());

    MisspeltTerms {
        known = Set.copyOf(known);
    }

    /** The terms of a release. */
    static MisspeltTerms of(Release release) {
        return release.index(
                MisspeltTerms.class,
                indexed -> new MisspeltTerms(TERMS.stream()
                        .flatMap(type -> indexed.everything().stream(Node.ANY, RDF.Nodes.type, type))
                        .flatMap(triple -> local(triple.getSubject()).stream())
                        .collect(Collectors.toSet())),
                (before, change) -> Optional.of(before)
                        .filter(known -> change.triples()
                                .allMatch(triple -> local(triple.getSubject()).isEmpty())));
    }

    /** A hint about the first unknown term in a query. */
    Optional<String> hint(Query query) {
        Set<String> unknown = new TreeSet<>();
        if (known.isEmpty() || query.getQueryPattern() == null) {
            return Optional.empty();
        }
        ElementWalker.walk(query.getQueryPattern(), new ElementVisitorBase() {
            @Override
            public void visit(ElementPathBlock block) {
                block.patternElts().forEachRemaining(triple -> {
                    note(triple.getPredicate(), unknown);
                    note(triple.getObject(), unknown);
                });
            }
        });
        return unknown.stream().findFirst().map(this::hint);
    }

    private void note(Node node, Set<String> unknown) {
        local(node).filter(name -> !known.contains(name)).ifPresent(unknown::add);
    }

    private String hint(String name) {
        List<String> near = Similarity.nearest(name, known);
        String safe = name.replaceAll("[^A-Za-z0-9_.-]", "?");
        return "rec:" + (safe.length() > 60 ? safe.substring(0, 60) + "..." : safe) + " is not a term of the ontology"
                + (near.isEmpty() ? "" : "; nearest: rec:" + String.join(", rec:", near));
    }

    private static Optional<String> local(Node node) {
        return node != null && node.isURI() && node.getURI().startsWith(Namespace.TERMS)
                ? Optional.of(node.getURI().substring(Namespace.TERMS.length()))
                : Optional.empty();
    }
}
