// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.onrecord.query.Names;
import org.onrecord.query.Parameter;
import org.onrecord.query.Question;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.Ref;
import org.onrecord.vocabulary.Namespace;

/**
 * The suggestions of forms, sorted by name.
 *
 * @param things all named things, without statements
 * @param names the labels that name one thing only, by its {@code kind/slug}
 * @param codes the codes of each scheme
 */
public record Choices(List<Ref> things, Map<String, String> names, Map<String, List<Ref>> codes) {
    /** Reads the choices of a graph. */
    public static Choices of(GraphReader reading, Names names) {
        Set<Node> named = Stream.of(SKOS.prefLabel, SchemaDO.headline)
                .flatMap(property -> reading.subjects(property.asNode(), Node.ANY).stream())
                .collect(Collectors.toSet());
        List<Ref> refs = named.stream()
                .filter(Node::isURI)
                .map(reading::ref)
                .sorted(Comparator.comparing(Ref::label).thenComparing(Ref::iri))
                .toList();
        List<Ref> things = refs.stream().filter(Ref::isThing).toList();
        return new Choices(
                things,
                things.stream()
                        .filter(ref -> Stream.of(true, false)
                                .flatMap(actor -> names.named(ref.label(), actor).stream())
                                .allMatch(meant -> meant.slug().equals(ref.shortIri())))
                        .collect(Collectors.toMap(Ref::shortIri, Ref::label)),
                refs.stream()
                        .filter(ref -> ref.iri().startsWith(Namespace.CODES)
                                && ref.iri().indexOf('/', Namespace.CODES.length()) > 0)
                        .collect(Collectors.groupingBy(Choices::scheme)));
    }

    private static String scheme(Ref code) {
        String path = code.iri().substring(Namespace.CODES.length());
        return path.substring(0, path.indexOf('/'));
    }

    /** The codes of a scheme; empty if it does not exist. */
    public List<Ref> codes(String scheme) {
        return codes.getOrDefault(scheme, List.of());
    }

    /** Formats values of a question: {@code Entity, claim or topic: Maren rail link}. */
    public String named(Question question, Map<String, List<String>> values) {
        Map<String, String> labels =
                question.parameters().stream().collect(Collectors.toMap(Parameter::name, Parameter::label));
        return values.entrySet().stream()
                .map(entry -> labels.getOrDefault(entry.getKey(), entry.getKey()) + ": "
                        + entry.getValue().stream().map(this::name).collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" · "));
    }

    /** What a field shows for a value: the label of the thing, if that names it alone. */
    public String shown(String value) {
        return names.getOrDefault(value, value);
    }

    /** The label of a thing that a value names; another value unchanged. */
    public String name(String value) {
        return things.stream()
                .filter(thing -> thing.shortIri().equals(value))
                .map(Ref::label)
                .findFirst()
                .orElse(value);
    }
}
