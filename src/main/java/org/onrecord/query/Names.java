// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.onrecord.release.Release;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.EditDistance;
import org.onrecord.vocabulary.Kind;
import org.onrecord.vocabulary.Namespace;

/**
 * Index of the names of things and codes in all languages. Comparison ignores case and diacritics. Immutable; the graph
 * must not be modified.
 */
public final class Names {
    private static final int MAX_SUGGESTIONS = 3;

    private final Graph graph;
    private final BaseIri base;
    private final SortedMap<String, SortedSet<String>> things = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> metonyms = new TreeMap<>();
    private final SortedMap<String, String> spellings = new TreeMap<>();
    private final SortedSet<String> slugs = new TreeSet<>();

    /** Indexes a graph, which must not be modified afterwards. */
    public Names(Graph graph) {
        this.graph = graph;
        this.base = BaseIri.of(graph);
        for (var property : List.of(SKOS.prefLabel, SKOS.altLabel)) {
            named(property).forEachRemaining(triple -> {
                String name = triple.getObject().getLiteralLexicalForm();
                add(things, triple);
                spellings.merge(fold(name), name, (a, b) -> a.compareTo(b) <= 0 ? a : b);
            });
        }
        named(SKOS.hiddenLabel).forEachRemaining(triple -> add(metonyms, triple));
        graph.find(Node.ANY, RDF.type.asNode(), Node.ANY)
                .mapWith(Triple::getSubject)
                .filterKeep(base::isThing)
                .forEachRemaining(thing -> slugs.add(slug(thing)));
    }

    /** The names of a release. */
    public static Names of(Release release) {
        return release.index(Names.class, indexed -> new Names(indexed.everything()));
    }

    /** The names of things by a property. */
    private ExtendedIterator<Triple> named(Property property) {
        return graph.find(Node.ANY, property.asNode(), Node.ANY)
                .filterKeep(triple ->
                        base.isThing(triple.getSubject()) && triple.getObject().isLiteral());
    }

    private void add(SortedMap<String, SortedSet<String>> named, Triple triple) {
        named.computeIfAbsent(fold(triple.getObject().getLiteralLexicalForm()), key -> new TreeSet<>())
                .add(slug(triple.getSubject()));
    }

    /** Whether the graph describes a thing or code. */
    boolean contains(Node iri) {
        return graph.contains(iri, Node.ANY, Node.ANY);
    }

    /**
     * The things with exactly this name in any language. Where there is none, and always if an actor is wanted, a
     * metonym ({@code skos:hiddenLabel}), such as a capital for its state, counts as a name.
     *
     * @param actor whether the name must be that of an actor
     */
    List<BindResult.Candidate> named(String name, boolean actor) {
        SortedSet<String> found = new TreeSet<>(slugs(things, fold(name)));
        if (actor) {
            found.removeIf(slug -> !Kind.ACTORS.contains(slug.substring(0, slug.indexOf('/'))));
        }
        if (found.isEmpty()) {
            found.addAll(slugs(metonyms, fold(name)));
        }
        return candidates(found);
    }

    /** The things with exactly this name or metonym in any language. */
    public List<Node> things(String name) {
        SortedSet<String> found = new TreeSet<>(slugs(things, fold(name)));
        found.addAll(slugs(metonyms, fold(name)));
        return found.stream().map(this::thing).toList();
    }

    /** Things as candidates. */
    List<BindResult.Candidate> candidates(List<Node> found) {
        return candidates((Collection<String>) found.stream().map(this::slug).toList());
    }

    private List<BindResult.Candidate> candidates(Collection<String> slugs) {
        return slugs.stream()
                .map(slug -> new BindResult.Candidate(label(thing(slug)), slug))
                .toList();
    }

    /** Names similar to an unknown one, with their slugs: {@code 'Name' (kind/slug)}. */
    List<String> similarNames(String name) {
        return nearest(name, things.keySet()).stream()
                .map(key -> "'" + spellings.get(key) + "' (" + String.join(", ", slugs(things, key)) + ")")
                .toList();
    }

    /** The things with names similar to an unknown one. */
    List<BindResult.Candidate> similar(String name) {
        return candidates(nearest(name, things.keySet()).stream()
                .flatMap(key -> slugs(things, key).stream())
                .distinct()
                .toList());
    }

    private static SortedSet<String> slugs(SortedMap<String, SortedSet<String>> named, String folded) {
        return named.getOrDefault(folded, Collections.emptySortedSet());
    }

    /** Slugs similar to an unknown one. */
    public List<String> similarSlugs(String slug) {
        return nearest(slug, slugs);
    }

    /** The codes of a scheme: slug to IRI. */
    Map<String, Node> codes(String scheme) {
        Node list = NodeFactory.createURI(Namespace.CODES + scheme);
        Map<String, Node> codes = new TreeMap<>();
        graph.find(Node.ANY, SKOS.inScheme.asNode(), list)
                .mapWith(Triple::getSubject)
                .forEachRemaining(
                        code -> codes.put(code.getURI().substring(list.getURI().length() + 1), code));
        return new LinkedHashMap<>(codes);
    }

    /** The code of a scheme with a name. */
    Optional<Node> code(String scheme, String name) {
        return codes(scheme).values().stream()
                .filter(code -> fold(label(code)).equals(fold(name)))
                .findFirst();
    }

    /** The English name of a thing or code; its IRI if it has none. */
    private String label(Node node) {
        return graph.find(node, SKOS.prefLabel.asNode(), Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(
                        label -> label.isLiteral() && label.getLiteralLanguage().equals("en"))
                .nextOptional()
                .map(Node::getLiteralLexicalForm)
                .orElse(node.getURI());
    }

    /** The base of the IRIs of things. */
    BaseIri base() {
        return base;
    }

    Node thing(String slug) {
        return NodeFactory.createURI(base.thing(slug));
    }

    private String slug(Node thing) {
        return base.slug(thing.getURI()).orElseThrow();
    }

    /**
     * At most three candidates that contain the word or have a small edit distance, the most similar first. Empty for
     * words of more than {@link EditDistance#MAX_NAME_LENGTH} characters.
     */
    public static List<String> nearest(String word, Collection<String> candidates) {
        if (word.length() > EditDistance.MAX_NAME_LENGTH) {
            return List.of();
        }
        String folded = fold(word);
        int limit = Math.max(2, folded.length() / 3);
        return candidates.stream()
                .distinct()
                .filter(candidate -> score(folded, fold(candidate), limit) <= limit)
                .sorted(Comparator.<String>comparingInt(candidate -> score(folded, fold(candidate), limit))
                        .thenComparingInt(String::length)
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MAX_SUGGESTIONS)
                .toList();
    }

    /** Normalizes a name for comparison: NFKD without combining marks, lower case, single spaces, i for dotless i. */
    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace('ı', 'i')
                .replace('’', '\'')
                .strip()
                .replaceAll("\\s+", " ");
    }

    /** 0 if equal, 1 if one contains the other, else the edit distance, or more than {@code limit}. */
    private static int score(String word, String candidate, int limit) {
        if (word.equals(candidate)) {
            return 0;
        }
        boolean part =
                word.length() > 2 && candidate.contains(word) || candidate.length() > 2 && word.contains(candidate);
        return part ? 1 : EditDistance.between(word, candidate, limit);
    }
}
