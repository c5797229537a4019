// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.onrecord.query.Names;
import org.onrecord.query.Parameter;
import org.onrecord.query.Question;
import org.onrecord.release.Release;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.StatementIndex;
import org.onrecord.site.thing.ValueCounts;
import org.onrecord.vocabulary.Namespace;

/**
 * The suggestions of forms.
 *
 * @param reading the graph
 * @param names the names of things
 * @param things the suggested things, without statements, sorted by name
 */
public record Choices(GraphReader reading, Names names, List<Ref> things) {
    /** Suggested things of a home with more than this number of statements: so many speakers and so many subjects. */
    private static final int MAX_THINGS = 300;

    /** The suggestions of a release: all named things, or those with most statements if there are many. */
    public static Choices of(Release release) {
        return release.index(
                Choices.class, indexed -> of(GraphReader.of(indexed), Names.of(indexed), StatementIndex.of(indexed)));
    }

    private static Choices of(GraphReader reading, Names names, StatementIndex register) {
        Stream<Ref> things = register.all().size() > MAX_THINGS
                ? Stream.concat(
                        register.counts(ValueCounts.SPEAKERS).frequent(MAX_THINGS).stream(),
                        register.counts(ValueCounts.SUBJECTS).frequent(MAX_THINGS).stream())
                : Stream.of(SKOS.prefLabel, SchemaDO.headline)
                        .flatMap(property -> reading.subjects(property.asNode(), Node.ANY).stream())
                        .filter(Node::isURI)
                        .map(reading::ref);
        return new Choices(reading, names, sorted(things.filter(Ref::isThing)));
    }

    private static List<Ref> sorted(Stream<Ref> refs) {
        return refs.distinct()
                .sorted(Comparator.comparing(Ref::label).thenComparing(Ref::iri))
                .toList();
    }

    /** The codes of a scheme, sorted by name; empty if it does not exist. */
    public List<Ref> codes(String scheme) {
        return sorted(reading.subjects(SKOS.inScheme.asNode(), GraphReader.node(Namespace.CODES + scheme)).stream()
                .map(reading::ref));
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
        String label = name(value);
        return Stream.of(true, false)
                        .flatMap(actor -> names.named(label, actor).stream())
                        .allMatch(meant -> meant.slug().equals(value))
                ? label
                : value;
    }

    /** The label of a thing that a value names; another value unchanged. */
    public String name(String value) {
        Node thing = GraphReader.node(reading.base().thing(value));
        return reading.ref(thing).isThing() && reading.knows(thing) ? reading.label(thing) : value;
    }
}
