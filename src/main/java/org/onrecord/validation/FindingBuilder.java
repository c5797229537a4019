// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.onrecord.source.MergedGraph;
import org.onrecord.source.Place;
import org.onrecord.validation.Finding.Fault;
import org.onrecord.vocabulary.Rec;

/**
 * Builds findings from Jena's results: adds the place, the shape's message and remedy, and suggestions for undefined
 * terms.
 */
final class FindingBuilder {
    private static final Place NO_FILE = Place.in("(no file)");

    private final MergedGraph merged;
    private final Graph shapes;
    private final NearestTerms terms;

    FindingBuilder(MergedGraph merged, Graph shapes, Runnable step) {
        this.merged = merged;
        this.shapes = shapes;
        this.terms = new NearestTerms(merged.graph(), step);
    }

    /** One finding; if the focus node is undefined, one per triple that uses it. */
    Stream<Finding> findings(ReportEntry entry) {
        Fault fault = new Fault(
                entry.focusNode(), Optional.ofNullable(entry.resultPath()), Optional.ofNullable(entry.value()));
        List<Place> uses =
                terms.isUndefined(fault.focus()) ? uses(fault.focus()).toList() : List.of();
        return uses.isEmpty()
                ? Stream.of(finding(entry, fault, place(fault, entry.source())))
                : uses.stream().map(use -> finding(entry, fault, use));
    }

    private Finding finding(ReportEntry entry, Fault fault, Place place) {
        Node source = entry.source();
        return new Finding(
                entry.severity().level(),
                place,
                fault,
                Wording.of(
                        messages(entry), undefined(fault).map(terms::hint).orElse(""), inherited(source, Rec.REMEDY)),
                inherited(source, shape -> Optional.of(shape).filter(Node::isURI))
                        .orElse(source),
                entry.sourceConstraintComponent());
    }

    /** The first undefined term among focus, property and value. */
    Optional<Node> undefined(Fault fault) {
        return Stream.of(Optional.of(fault.focus()), fault.property(), fault.value())
                .flatMap(Optional::stream)
                .filter(terms::isUndefined)
                .findFirst();
    }

    /** The place of the last matching triple, else of the focus, else of the shape. */
    private Place place(Fault fault, Node shape) {
        return fault.pattern()
                .flatMap(triples -> merged.places(triples.getSubject(), triples.getPredicate(), triples.getObject())
                        .reduce((first, last) -> last))
                .or(() -> merged.place(fault.focus()))
                .or(() -> uses(fault.focus()).findFirst())
                .or(() -> merged.place(shape))
                .orElse(NO_FILE);
    }

    private Stream<Place> uses(Node node) {
        return Stream.concat(
                merged.places(Node.ANY, Node.ANY, node),
                node.isURI() ? merged.places(Node.ANY, node, Node.ANY) : Stream.of());
    }

    /** The messages of the shape, in its languages; those of Jena if it has none. */
    private List<Node> messages(ReportEntry entry) {
        if (SHACL.SPARQLConstraintComponent.equals(entry.sourceConstraintComponent())) {
            return literals(entry.source(), SHACL.message).isEmpty()
                    ? filled(entry)
                    : literals(entry.source(), SHACL.message);
        }
        List<Node> written = inherited(entry.source(), SHACL.message);
        return written.isEmpty() ? List.copyOf(entry.messages()) : written;
    }

    /**
     * The message of a SPARQL constraint, which Jena fills with values and leaves without its language, and those in other
     * languages that have no place for values.
     */
    private List<Node> filled(ReportEntry entry) {
        List<Node> constraints = shapes.stream(entry.source(), SHACL.sparql, Node.ANY)
                .map(Triple::getObject)
                .toList();
        List<Node> written = constraints.size() == 1 ? literals(constraints.get(0), SHACL.message) : List.of();
        if (written.isEmpty()) {
            return List.copyOf(entry.messages());
        }
        Node first = Collections.min(written, Wording.CHOICE);
        return Stream.concat(
                        Stream.of(NodeFactory.createLiteralLang(entry.message(), first.getLiteralLanguage())),
                        written.stream()
                                .filter(other -> !other.equals(first))
                                .filter(other -> !other.getLiteralLexicalForm().contains("{")))
                .toList();
    }

    /** The literals of the shape, or of the nearest enclosing shape that has some. */
    private List<Node> inherited(Node shape, Node property) {
        return inherited(shape, outer -> Optional.of(literals(outer, property)).filter(found -> !found.isEmpty()))
                .orElse(List.of());
    }

    /** A value of the shape, or of the nearest enclosing shape that has one. */
    private <T> Optional<T> inherited(Node shape, Function<Node, Optional<T>> found) {
        return inherited(shape, found, new HashSet<>());
    }

    private <T> Optional<T> inherited(Node shape, Function<Node, Optional<T>> found, Set<Node> seen) {
        if (!seen.add(shape)) {
            return Optional.empty();
        }
        return found.apply(shape)
                .or(() -> shapes.stream(Node.ANY, SHACL.property, shape)
                        .map(Triple::getSubject)
                        .flatMap(outer -> inherited(outer, found, seen).stream())
                        .findFirst());
    }

    private List<Node> literals(Node subject, Node property) {
        return shapes.stream(subject, property, Node.ANY)
                .map(Triple::getObject)
                .filter(Node::isLiteral)
                .toList();
    }
}
