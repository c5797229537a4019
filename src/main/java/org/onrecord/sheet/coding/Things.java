// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.coding;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.onrecord.source.TermOrder;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.EditDistance;
import org.onrecord.vocabulary.Kind;

/**
 * The things of a graph by the names that sheets use: {@code kind/slug}, a slug, or a label in any language. Thread-safe
 * as long as the graph is not modified.
 */
public final class Things {
    /** Kinds that a statement or claim can be about. */
    public static final Set<String> ANY = Set.of();

    private static final List<Node> LABELS =
            List.of(SKOS.prefLabel.asNode(), SKOS.altLabel.asNode(), SKOS.hiddenLabel.asNode());
    private static final int NEAREST = 3;
    private static final int MAX_DISTANCE = 8;

    private final BaseIri base;
    private final Map<String, Set<Node>> bySlug = new HashMap<>();
    private final Map<String, Set<Node>> byLabel = new HashMap<>();
    private final Map<String, Set<Node>> exact = new HashMap<>();

    /** Indexes the things of graphs below a base. */
    public Things(BaseIri base, List<Graph> graphs) {
        this.base = base;
        graphs.forEach(graph -> {
            graph.stream(Node.ANY, RDF.Nodes.type, Node.ANY)
                    .map(Triple::getSubject)
                    .filter(base::isThing)
                    .forEach(this::add);
            LABELS.forEach(property -> graph.stream(Node.ANY, property, Node.ANY)
                    .filter(triple -> base.isThing(triple.getSubject()))
                    .forEach(triple ->
                            label(triple.getSubject(), triple.getObject().getLiteralLexicalForm())));
        });
    }

    private void label(Node thing, String label) {
        byLabel.computeIfAbsent(key(label), key -> new TreeSet<>(TermOrder.TERMS))
                .add(thing);
        exact.computeIfAbsent(label, key -> new TreeSet<>(TermOrder.TERMS)).add(thing);
    }

    private void add(Node thing) {
        bySlug.computeIfAbsent(slug(thing), slug -> new TreeSet<>(TermOrder.TERMS))
                .add(thing);
    }

    /**
     * The things that a reference means: those of the article before others.
     *
     * @param kinds the kinds allowed; {@link #ANY} for all
     * @param preferred the things that the article names
     */
    public Set<Node> find(String reference, Set<String> kinds, Collection<Node> preferred) {
        if (reference.indexOf('/') > 0) {
            Node thing = NodeFactory.createURI(base.thing(reference));
            return isKnown(thing) && isOf(kinds, thing) ? Set.of(thing) : Set.of();
        }
        Set<Node> slugs = allowed(bySlug.getOrDefault(reference, Set.of()), kinds);
        if (!slugs.isEmpty()) {
            Set<Node> own =
                    slugs.stream().filter(preferred::contains).collect(Collectors.toCollection(LinkedHashSet::new));
            return own.size() == 1 ? own : slugs;
        }
        return allowed(byLabel.getOrDefault(key(reference), Set.of()), kinds);
    }

    /** The things with a label of these words and capitals. */
    public Set<Node> labelled(String words) {
        return exact.getOrDefault(words, Set.of());
    }

    /** Whether a thing is described. */
    public boolean isKnown(Node thing) {
        return bySlug.getOrDefault(slug(thing), Set.of()).contains(thing);
    }

    /** The shortest reference that means a thing: its slug, or kind and slug. */
    public String reference(Node thing, Set<String> kinds, Collection<Node> preferred) {
        String slug = slug(thing);
        return find(slug, kinds, preferred).equals(Set.of(thing)) ? slug : name(thing);
    }

    /** The {@code kind/slug} of a thing. */
    public String name(Node thing) {
        return base.slug(thing.getURI()).orElse(thing.getURI());
    }

    /** The base of the IRIs. */
    public BaseIri base() {
        return base;
    }

    /** The node of a {@code kind/slug}. */
    public Node node(String name) {
        return NodeFactory.createURI(base.thing(name));
    }

    /** The kind of a thing. */
    public String kind(Node thing) {
        return thing.isURI() ? base.kind(thing.getURI()) : "";
    }

    /** Whether a thing is an actor. */
    public boolean isActor(Node thing) {
        return Kind.ACTORS.contains(kind(thing));
    }

    /** The names most like a reference, best first: {@code state/velmora}. */
    public List<String> nearest(String reference, Set<String> kinds) {
        String wanted = reference.substring(reference.indexOf('/') + 1).toLowerCase(Locale.ROOT);
        Map<Node, Integer> distances = new HashMap<>();
        Stream.concat(bySlug.entrySet().stream(), byLabel.entrySet().stream())
                .forEach(entry -> allowed(entry.getValue(), kinds)
                        .forEach(thing -> distances.merge(thing, distance(wanted, entry.getKey()), Math::min)));
        return distances.entrySet().stream()
                .filter(entry -> entry.getValue() <= MAX_DISTANCE)
                .sorted(Comparator.comparing((Map.Entry<Node, Integer> entry) -> entry.getValue())
                        .thenComparing(Map.Entry::getKey, TermOrder.TERMS))
                .limit(NEAREST)
                .map(entry -> name(entry.getKey()))
                .toList();
    }

    /** A part of a name is nearer than a misspelt one. */
    private static int distance(String wanted, String name) {
        String plain = name.replace('-', ' ');
        String words = wanted.replace('-', ' ');
        return plain.contains(words) || words.contains(plain) && plain.length() > 3
                ? 1
                : EditDistance.between(words, plain, MAX_DISTANCE);
    }

    private Set<Node> allowed(Set<Node> things, Set<String> kinds) {
        return things.stream().filter(thing -> isOf(kinds, thing)).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean isOf(Set<String> kinds, Node thing) {
        return kinds.isEmpty() || kinds.contains(kind(thing));
    }

    private String slug(Node thing) {
        String iri = thing.getURI();
        return iri.substring(iri.lastIndexOf('/') + 1);
    }

    private static String key(String label) {
        return label.strip().toLowerCase(Locale.ROOT);
    }

    /** A reference to a single thing, if it is one. */
    public Optional<Node> one(String reference, Set<String> kinds, Collection<Node> preferred) {
        Set<Node> found = find(reference, kinds, preferred);
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }
}
