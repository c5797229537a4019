// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.onrecord.turtle.MergedGraph;
import org.onrecord.turtle.Place;
import org.onrecord.vocabulary.Rec;

/** Turns Jena's results into findings: adds the place, the shape's own words and the nearest defined names. */
final class Explainer {
    private static final Place NOWHERE = Place.in("(no file)");

    private final MergedGraph merged;
    private final Graph shapes;
    private final NearestTerms terms;

    Explainer(MergedGraph merged, Graph shapes) {
        this.merged = merged;
        this.shapes = shapes;
        this.terms = new NearestTerms(merged.graph());
    }

    Finding finding(ReportEntry entry) {
        Node source = entry.source();
        Fault fault = new Fault(
                entry.focusNode(), Optional.ofNullable(entry.resultPath()), Optional.ofNullable(entry.value()));
        return new Finding(
                Severity.of(entry.severity().level()),
                place(fault).or(() -> merged.place(source)).orElse(NOWHERE),
                fault,
                message(entry, fault),
                around(source, shape -> literal(shape, Rec.REMEDY)),
                around(source, shape -> Optional.of(shape).filter(Node::isURI)).orElse(source),
                entry.sourceConstraintComponent());
    }

    /** The undefined term that a fault contains, if any: its property, its value or its focus. */
    Optional<Node> undefined(Fault fault) {
        return Stream.of(fault.property(), fault.value(), Optional.of(fault.focus()))
                .flatMap(Optional::stream)
                .filter(terms::lacks)
                .findFirst();
    }

    private Optional<Place> place(Fault fault) {
        return fault.pattern()
                .flatMap(this::lastPlace)
                .or(() -> merged.place(fault.focus()))
                .or(() -> lastPlace(Triple.createMatch(Node.ANY, Node.ANY, fault.focus())))
                .or(() -> lastPlace(Triple.createMatch(Node.ANY, fault.focus(), Node.ANY)));
    }

    /** Where several triples match, the last is the one too many. */
    private Optional<Place> lastPlace(Triple pattern) {
        return merged.places(pattern.getSubject(), pattern.getPredicate(), pattern.getObject())
                .reduce((first, last) -> last);
    }

    private String message(ReportEntry entry, Fault fault) {
        String message = sparql(entry)
                ? entry.message()
                : around(entry.source(), shape -> literal(shape, SHACL.message)).orElse(entry.message());
        return undefined(fault)
                .map(term -> message + (message.endsWith(".") ? " " : ": ") + terms.hint(term))
                .orElse(message);
    }

    /** Whether a query found it: its message is the constraint's own, or the shape's, as Jena chose. */
    private static boolean sparql(ReportEntry entry) {
        return SHACL.SPARQLConstraintComponent.equals(entry.sourceConstraintComponent());
    }

    /** What a shape has, or else the nearest shape around it that has it. */
    private <T> Optional<T> around(Node shape, Function<Node, Optional<T>> found) {
        return around(shape, found, new HashSet<>());
    }

    private <T> Optional<T> around(Node shape, Function<Node, Optional<T>> found, Set<Node> seen) {
        if (!seen.add(shape)) {
            return Optional.empty();
        }
        return found.apply(shape)
                .or(() -> shapes.stream(Node.ANY, SHACL.property, shape)
                        .map(Triple::getSubject)
                        .flatMap(outer -> around(outer, found, seen).stream())
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
