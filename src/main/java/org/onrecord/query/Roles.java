// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.onrecord.search.Spelling;
import org.onrecord.vocabulary.Rec;
import org.onrecord.vocabulary.Time;

/**
 * The tenures of offices between the first and the last day on which something in a graph was stated or published.
 * Immutable; the graph must not be modified.
 */
final class Roles {
    private static final Set<String> IGNORED = Set.copyOf(Spelling.normalized("a an and for mr mrs ms of the to"));
    private final Graph graph;
    private final NameTables tables;
    private final List<Tenure> tenures;

    /** The offices by the nouns of their titles. */
    private final Map<String, Set<Node>> offices;

    /** The nouns that only one office has. */
    private final Set<String> nouns;

    /** Reads the tenures of a graph with these names. */
    Roles(Graph graph, NameTables tables) {
        this.graph = graph;
        this.tables = tables;
        Map<Node, Set<String>> states = new HashMap<>();
        SortedSet<String> days = tables.days().get("");
        List<Tenure> all = graph.stream(Node.ANY, RDF.Nodes.type, Rec.TENURE)
                .flatMap(triple -> tenure(triple.getSubject(), states).stream())
                .filter(tenure -> days.isEmpty() || tenure.overlaps(days.first(), days.last()))
                .toList();
        this.offices = all.stream()
                .flatMap(tenure -> tenure.titles.stream().map(title -> Map.entry(title.noun(), tenure.office)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
        this.nouns = offices.entrySet().stream()
                .filter(named -> named.getValue().size() == 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        this.tenures = all;
    }

    /**
     * The tenures that words describe: an office by all words of one of its names, except those for its state, with or
     * without the name of the state or the holder. {@code Armenian Prime Minister}, {@code President Putin}. The noun is
     * enough if no other office has it: {@code spokeswoman}.
     */
    List<Tenure> described(String words) {
        Set<String> given = words(Stream.of(words));
        return tenures.stream().filter(tenure -> tenure.fits(given, nouns)).toList();
    }

    /** Whether a word is the noun of the title of an office: {@code minister}. */
    boolean isNoun(String word) {
        return offices.containsKey(String.join(" ", Spelling.normalized(word)));
    }

    /** The tenures of an office. */
    List<Tenure> of(Node office) {
        return tenures.stream().filter(tenure -> tenure.office.equals(office)).toList();
    }

    private Optional<Tenure> tenure(Node tenure, Map<Node, Set<String>> states) {
        return object(tenure, Rec.OFFICE).flatMap(office -> {
            Set<String> state = objects(office, Rec.OFFICE_OF)
                    .flatMap(of -> states.computeIfAbsent(of, key -> words(statesNames(key))).stream())
                    .collect(Collectors.toSet());
            return object(tenure, ORG.member.asNode()).map(holder -> tenure(tenure, office, holder, state));
        });
    }

    private Tenure tenure(Node tenure, Node office, Node holder, Set<String> state) {
        List<Title> titles = names(office)
                .map(name -> new Title(
                        words(Stream.of(name)).stream()
                                .filter(word -> !isOf(state, word))
                                .collect(Collectors.toSet()),
                        noun(name)))
                .filter(title -> !title.words().isEmpty())
                .toList();
        return new Tenure(
                holder,
                office,
                titles,
                state,
                words(names(holder)),
                day(tenure, Time.HAS_BEGINNING),
                day(tenure, Time.HAS_END));
    }

    /** The names of a state, and the single words for it in articles, such as {@code Armenian}. */
    private Stream<String> statesNames(Node state) {
        Stream<String> mentioned = !tables.base().isThing(state)
                ? Stream.empty()
                : tables.surfaces().get(tables.slug(state)).stream().filter(surface -> !surface.contains(" "));
        return Stream.concat(names(state), mentioned);
    }

    private Stream<String> names(Node thing) {
        return Stream.of(SKOS.prefLabel, SKOS.altLabel)
                .flatMap(property -> objects(thing, property.asNode()))
                .map(Node::getLiteralLexicalForm);
    }

    /** The normalized noun of an English title: the last word before "of" or "for". */
    private static String noun(String title) {
        List<String> words = Spelling.normalized(title.replaceFirst(" (?:of|for) .*", ""));
        return words.isEmpty() ? "" : words.get(words.size() - 1);
    }

    private static Set<String> words(Stream<String> texts) {
        Set<String> words = new HashSet<>();
        texts.map(Spelling::normalized).forEach(words::addAll);
        words.removeAll(IGNORED);
        return words;
    }

    /** Whether a word is among the names of a state, or an adjective that adds up to two letters to one of them. */
    private static boolean isOf(Set<String> state, String word) {
        return state.contains(word)
                || state.stream()
                        .anyMatch(name -> name.length() >= 4
                                && word.length() > name.length()
                                && word.length() <= name.length() + 2
                                && word.startsWith(name.substring(0, name.length() - 1)));
    }

    /** The day on which a tenure begins or ends; empty if unknown. */
    private String day(Node tenure, Node end) {
        return object(tenure, ORG.memberDuring.asNode())
                .flatMap(interval -> object(interval, end))
                .flatMap(instant -> object(instant, Time.IN_XSDDATE))
                .map(Node::getLiteralLexicalForm)
                .orElse("");
    }

    private Stream<Node> objects(Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY).map(Triple::getObject);
    }

    private Optional<Node> object(Node subject, Node property) {
        return objects(subject, property).findFirst();
    }

    /**
     * A name of an office.
     *
     * @param words its normalized words, without those for its state
     * @param noun its normalized noun
     */
    record Title(Set<String> words, String noun) {}

    /**
     * A tenure of an office.
     *
     * @param holder the person
     * @param office the office
     * @param titles the names of the office
     * @param state the normalized words of the names of its state
     * @param names the normalized words of the names of the holder
     * @param begin its first day; empty if unknown
     * @param end its last day; empty if unknown
     */
    record Tenure(
            Node holder,
            Node office,
            List<Title> titles,
            Set<String> state,
            Set<String> names,
            String begin,
            String end) {
        private boolean overlaps(String first, String last) {
            return begin.compareTo(last) <= 0 && (end.isEmpty() || end.compareTo(first) >= 0);
        }

        private boolean fits(Set<String> given, Set<String> nouns) {
            return titles.stream()
                    .anyMatch(title -> (given.containsAll(title.words())
                                    || nouns.contains(title.noun()) && given.contains(title.noun()))
                            && given.stream()
                                    .allMatch(word ->
                                            title.words().contains(word) || names.contains(word) || isOf(state, word)));
        }

        /** Its days: {@code from 2022-05-20 to 2024-01-11}. */
        String days() {
            return (begin.isEmpty() ? "" : " from " + begin) + (end.isEmpty() ? "" : " to " + end);
        }
    }
}
