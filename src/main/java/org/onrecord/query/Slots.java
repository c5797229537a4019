// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onrecord.query.BindResult.Candidate;
import org.onrecord.search.Spelling;
import org.onrecord.vocabulary.Kind;

/**
 * The parameters of a question that take things, and the ways to fill them.
 *
 * @param question the question
 */
public record Slots(Question question) {
    /** Names of parameters for those who speak or act: a speaker is tried for them first, others last. */
    private static final Set<String> SPEAKERS = Set.of("speaker", "proposer", "through", "side");

    private static final Set<String> FUNCTION_WORDS = Set.copyOf(Spelling.stems("who whom whose is or to about a"));

    /**
     * A thing that a text names.
     *
     * @param meanings what it may be, the likeliest first
     * @param speaks whether the text names it as a speaker
     */
    public record Named(List<Candidate> meanings, boolean speaks) {
        public Named {
            meanings = List.copyOf(meanings);
        }
    }

    /**
     * The ways to fill the parameters, each with {@code kind/slug} by the name of a parameter: those that use most things
     * first, and of these the likeliest. The first thing is used in all ways, if it can be: without it, the answer would be
     * one to another question.
     *
     * @param text the text. If it has the word of one field only, such as "proposed", a speaker fits no other
     * @param things at most a few things, in the order of their importance
     */
    public List<Map<String, String>> ways(String text, List<Named> things) {
        Set<String> told = told(text);
        List<Map<String, String>> ways = List.of(Map.of());
        for (int i = 0; i < things.size(); i++) {
            Named thing = things.get(i);
            List<Map<String, String>> more =
                    ways.stream().flatMap(way -> with(way, thing, told)).toList();
            ways = i == 0 && more.size() > 1 ? more.subList(0, more.size() - 1) : more;
        }
        return ways.stream()
                .distinct()
                .sorted(Comparator.comparingInt(way -> -way.size()))
                .toList();
    }

    /** A way with one more thing in each parameter that takes it and has none, and without it. */
    private Stream<Map<String, String>> with(Map<String, String> way, Named thing, Set<String> told) {
        List<Map<String, String>> more = new ArrayList<>();
        question.parameters().stream()
                .filter(parameter -> parameter.isThing() && !way.containsKey(parameter.name()))
                .filter(parameter -> !thing.speaks() || told.size() != 1 || told.contains(parameter.name()))
                .sorted(Comparator.comparing(parameter -> SPEAKERS.contains(parameter.name()) != thing.speaks()))
                .forEach(parameter -> fit(parameter, thing).ifPresent(slug -> {
                    Map<String, String> filled = new LinkedHashMap<>(way);
                    filled.put(parameter.name(), slug);
                    more.add(filled);
                }));
        more.add(way);
        return more.stream();
    }

    /** The parameters for things of whose label a text has a word. */
    private Set<String> told(String text) {
        List<String> stems = Spelling.stems(text);
        return question.parameters().stream()
                .filter(parameter -> parameter.isThing()
                        && Spelling.stems(parameter.label()).stream()
                                .anyMatch(stem -> stems.contains(stem) && !FUNCTION_WORDS.contains(stem)))
                .map(Parameter::name)
                .collect(Collectors.toSet());
    }

    private Optional<String> fit(Parameter parameter, Named thing) {
        return thing.meanings().stream()
                .filter(meant -> takes(parameter, meant.kind()))
                .map(Candidate::slug)
                .findFirst();
    }

    /** Whether a parameter takes a kind of things: that of its examples, or others of the same group. */
    public boolean takes(Parameter parameter, String kind) {
        Set<String> kinds = kinds(parameter);
        return kinds.contains(kind)
                || !parameter.label().equalsIgnoreCase("state")
                        && Stream.of(Kind.ACTORS, Kind.PLACES)
                                .anyMatch(group -> group.containsAll(kinds) && group.contains(kind))
                || parameter.type() == Parameter.Type.ENTITY
                        && parameter.label().startsWith("Entity");
    }

    /** The kinds of the things in the examples of a parameter. */
    public Set<String> kinds(Parameter parameter) {
        return examples(parameter)
                .filter(value -> value.contains("/"))
                .map(value -> value.substring(0, value.indexOf('/')))
                .collect(Collectors.toSet());
    }

    /** The values of a parameter in the examples of the question. */
    public Stream<String> examples(Parameter parameter) {
        return question.examples().stream()
                .flatMap(example -> example.values().getOrDefault(parameter.name(), List.of()).stream());
    }
}
