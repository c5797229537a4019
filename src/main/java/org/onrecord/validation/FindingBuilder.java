// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
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
                Severity.of(entry.severity().level()),
                place,
                fault,
                message(entry, fault),
                inherited(source, shape -> literal(shape, Rec.REMEDY)),
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

    private String message(ReportEntry entry, Fault fault) {
        String message = isSparql(entry)
                ? entry.message()
                : inherited(entry.source(), shape -> literal(shape, SHACL.message))
                        .orElse(entry.message());
        return undefined(fault)
                .map(term -> message + (message.endsWith(".") ? " " : ": ") + terms.hint(term))
                .orElse(message);
    }

    /** Whether a SPARQL constraint reported it. Its message is chosen by Jena. */
    private static boolean isSparql(ReportEntry entry) {
        return SHACL.SPARQLConstraintComponent.equals(entry.sourceConstraintComponent());
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

    private Optional<String> literal(Node shape, Node property) {
        return shapes.stream(shape, property, Node.ANY)
                .map(Triple::getObject)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .findFirst();
    }
}
