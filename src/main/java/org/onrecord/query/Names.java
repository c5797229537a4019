// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.onrecord.engine.Change;
import org.onrecord.release.Release;
import org.onrecord.search.Spelling;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Kind;
import org.onrecord.vocabulary.Namespace;

/**
 * Index of the names of things and codes in all languages, of the offices of persons, and of what articles call things.
 * Comparison ignores case and diacritics, and then the script. Immutable; the graph must not be modified.
 */
public final class Names {
    /** The reason of candidates that only an article calls so. */
    public static final String MENTION = "called so in an article";

    /** Words that do not tell one name from another. */
    private static final Set<String> QUANTIFIERS =
            Set.copyOf(Spelling.normalized("a all an many most several some the"));

    private static final String SPELLING = "in another spelling";

    private final Graph graph;
    private final NameTables tables;
    private final NavigableSet<String> slugs;
    private final Roles roles;

    /** Indexes a graph, which must not be modified afterwards. */
    public Names(Graph graph) {
        this(graph, NameTables.of(graph), slugs(graph));
    }

    private static NavigableSet<String> slugs(Graph graph) {
        BaseIri base = BaseIri.of(graph);
        return graph.stream(Node.ANY, RDF.Nodes.type, Node.ANY)
                .map(Triple::getSubject)
                .filter(base::isThing)
                .flatMap(thing -> base.slug(thing.getURI()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Names(Graph graph, NameTables tables, NavigableSet<String> slugs) {
        this.graph = graph;
        this.tables = tables;
        this.slugs = slugs;
        this.roles = new Roles(graph, tables);
    }

    /** The names of a release. */
    public static Names of(Release release) {
        return release.index(
                Names.class,
                indexed -> new Names(indexed.everything()),
                (before, change) -> Optional.of(before.after(change)));
    }

    /** The names after a change. */
    Names after(Change change) {
        Set<Node> typed = change.triples()
                .filter(triple -> triple.getPredicate().equals(RDF.Nodes.type)
                        && tables.base().isThing(triple.getSubject()))
                .map(Triple::getSubject)
                .collect(Collectors.toSet());
        NavigableSet<String> known = new TreeSet<>(slugs);
        for (Node thing : typed) {
            if (change.after().contains(thing, RDF.Nodes.type, Node.ANY)) {
                known.add(tables.slug(thing));
            } else {
                known.remove(tables.slug(thing));
            }
        }
        return new Names(change.after(), tables.after(change), known);
    }

    private static String kind(String slug) {
        return slug.substring(0, slug.indexOf('/'));
    }

    /** Whether the graph describes a thing or code. */
    boolean contains(Node iri) {
        return graph.contains(iri, Node.ANY, Node.ANY);
    }

    /**
     * What words stand for: the things with this name in any language, else those with this metonym ({@code
     * skos:hiddenLabel}), such as a capital for its state, else those with this name in another spelling or script, else
     * the persons in this office, else what articles call so, else the thing with this
     * identifier. An office stands for who holds it, where that is known.
     *
     * @param actor whether they must be actors
     */
    public List<BindResult.Candidate> named(String name, boolean actor) {
        String words = NameTables.spelled(name);
        SortedSet<String> found = wanted(tables.things().get(Similarity.fold(name)), actor);
        if (found.isEmpty()) {
            found = tables.metonyms().get(Similarity.fold(name));
        }
        List<BindResult.Candidate> named = candidates(found, "");
        if (named.isEmpty()) {
            named = candidates(wanted(tables.transliterated().get(words), actor), SPELLING);
        }
        if (named.stream().anyMatch(candidate -> !candidate.kind().equals("office"))) {
            return named;
        }
        List<BindResult.Candidate> holders = holders(roles.described(name).stream());
        if (holders.isEmpty() && named.isEmpty()) {
            List<BindResult.Candidate> mentioned = mentioned(words, actor);
            return mentioned.isEmpty() && !actor ? identified(name) : mentioned;
        }
        return holders.isEmpty() ? named : holders;
    }

    /** The state that a word names, or that articles call so. */
    public Optional<BindResult.Candidate> state(String word) {
        return named(word, true).stream()
                .filter(meant -> meant.kind().equals("state"))
                .findFirst();
    }

    /**
     * Whether words are those of offices of other states only, without the name of a holder, or the noun of offices that are
     * not known for this one: "foreign minister" and "minister" for Armenia, if only the foreign minister of France is known.
     */
    public boolean isOfOtherState(String office, BindResult.Candidate state) {
        List<BindResult.Candidate> holders = named(office, true);
        Set<String> found = holders.stream().map(BindResult.Candidate::slug).collect(Collectors.toSet());
        List<BindResult.Candidate> there = named(state.label() + " " + office, true);
        return (holders.isEmpty()
                        ? roles.isNoun(office) && there.isEmpty()
                        : there.stream().noneMatch(holder -> found.contains(holder.slug())))
                && holders.stream()
                        .noneMatch(holder -> Set.of("", MENTION, SPELLING).contains(holder.reason())
                                || !Collections.disjoint(Spelling.stems(holder.label()), Spelling.stems(office)));
    }

    /** The statement with an identifier such as {@code a-38} or {@code statement a-38}, or the thing {@code kind/slug}. */
    private List<BindResult.Candidate> identified(String name) {
        String slug = Similarity.fold(name).replaceFirst("^(the )?statement ", "");
        return candidates(
                Stream.of("statement/" + slug, slug).filter(slugs::contains).toList(), "");
    }

    private static SortedSet<String> wanted(SortedSet<String> slugs, boolean actor) {
        return slugs.stream()
                .filter(slug -> !actor || Kind.ACTORS.contains(kind(slug)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The things that articles call so; instead of an office, who holds it. */
    private List<BindResult.Candidate> mentioned(String words, boolean actor) {
        SortedSet<String> found = tables.mentioned().get(words);
        Stream<BindResult.Candidate> called = wanted(found, actor).stream()
                .filter(slug -> !kind(slug).equals("office"))
                .map(slug -> new BindResult.Candidate(label(thing(slug)), slug, MENTION));
        List<BindResult.Candidate> holders = holders(found.stream()
                .filter(slug -> kind(slug).equals("office"))
                .flatMap(slug -> roles.of(thing(slug)).stream()));
        return Stream.concat(called, holders.stream()).toList();
    }

    private List<BindResult.Candidate> holders(Stream<Roles.Tenure> tenures) {
        return tenures
                .collect(Collectors.groupingBy(
                        Roles.Tenure::holder,
                        Collectors.mapping(tenure -> label(tenure.office()) + tenure.days(), Collectors.joining("; "))))
                .entrySet()
                .stream()
                .map(held -> new BindResult.Candidate(label(held.getKey()), slug(held.getKey()), held.getValue()))
                .sorted(Comparator.comparing(BindResult.Candidate::slug))
                .toList();
    }

    /** The things with exactly this name or metonym in any language. */
    public List<Node> things(String name) {
        SortedSet<String> found = new TreeSet<>(tables.things().get(Similarity.fold(name)));
        found.addAll(tables.metonyms().get(Similarity.fold(name)));
        return found.stream().map(this::thing).toList();
    }

    /** Things as candidates. */
    List<BindResult.Candidate> candidates(List<Node> found) {
        return candidates(found.stream().map(this::slug).toList(), "");
    }

    private List<BindResult.Candidate> candidates(Collection<String> slugs, String reason) {
        return slugs.stream()
                .map(slug -> new BindResult.Candidate(label(thing(slug)), slug, reason))
                .toList();
    }

    /**
     * The things with names similar to an unknown one, in whatever script.
     *
     * @param actor whether names of actors are preferred, and the holders of an office to the office
     */
    public List<BindResult.Candidate> similar(String name, boolean actor) {
        return near(name, actor).stream()
                .flatMap(key -> tables.transliterated().get(key).stream())
                .distinct()
                .map(slug -> actor && kind(slug).equals("office")
                        ? holders(roles.of(thing(slug)).stream())
                        : candidates(List.of(slug), ""))
                .flatMap(List::stream)
                .toList();
    }

    private List<String> near(String name, boolean actor) {
        List<String> words = new ArrayList<>(Spelling.normalized(name));
        if (!QUANTIFIERS.containsAll(words)) {
            words.removeAll(QUANTIFIERS);
        }
        String wanted = String.join(" ", words);
        List<String> actors = !actor
                ? List.of()
                : Similarity.nearest(
                        wanted,
                        tables.transliterated().keys().stream()
                                .filter(key -> !wanted(tables.transliterated().get(key), true)
                                        .isEmpty())
                                .toList());
        return actors.isEmpty()
                ? Similarity.nearest(wanted, tables.transliterated().keys())
                : actors;
    }

    /** The {@code kind/slug} of all things. */
    public SortedSet<String> slugs() {
        return Collections.unmodifiableSortedSet(slugs);
    }

    /** Slugs similar to an unknown one. */
    public List<String> similarSlugs(String slug) {
        return Similarity.nearest(slug, slugs);
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
                .filter(code -> Similarity.fold(label(code)).equals(Similarity.fold(name)))
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
        return tables.base();
    }

    Node thing(String slug) {
        return NodeFactory.createURI(tables.base().thing(slug));
    }

    private String slug(Node thing) {
        return tables.slug(thing);
    }
}
