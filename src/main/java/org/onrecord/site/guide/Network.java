// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onrecord.site.kind.Filter;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.StatementLine;

/**
 * Who talks about whom: a matrix of speakers (rows) and those they talk about (columns).
 *
 * @param speakers those with most statements, most first
 * @param spoken those most talked about, most first
 * @param left the speakers without a row
 * @param ties the cells, by speaker and whom they are about
 */
public record Network(List<Knot> speakers, List<Knot> spoken, List<Knot> left, Map<List<Ref>, Tie> ties) {
    /** Maximum number of rows. */
    public static final int MAX_SPEAKERS = 30;

    /** Maximum number of columns. */
    public static final int MAX_SPOKEN = 16;

    /**
     * A speaker or somebody talked about.
     *
     * @param ref the actor
     * @param count the number of acts in the matrix
     * @param total the number of all statements of a speaker
     */
    public record Knot(Ref ref, int count, int total) {}

    /**
     * A cell: the statements of a speaker about somebody.
     *
     * @param from the speaker
     * @param to whom they are about
     * @param count the number of acts
     * @param through how many of them are known only through somebody else
     * @param proposed how many of them software proposed and nobody reviewed
     */
    public record Tie(Ref from, Ref to, int count, int through, int proposed) {
        /** The address of the table of statements, among those that a filter selects; empty if no parameter is left. */
        public Optional<String> href(Filter filter) {
            return filter.with("speaker", from).andAbout(to).map(Filter::href);
        }
    }

    /** The cell of a row and a column; empty if there are no statements. */
    public Optional<Tie> tie(Knot speaker, Knot about) {
        return Optional.ofNullable(ties.get(List.of(speaker.ref(), about.ref())));
    }

    /** Creates the chart. Reports of one act count once. */
    public static Network of(List<StatementLine> lines, Function<StatementLine, List<Ref>> actorsOf) {
        Map<Ref, Set<String>> bySpeaker = new LinkedHashMap<>();
        Map<Ref, Set<String>> byActor = new LinkedHashMap<>();
        Map<List<Ref>, Set<String>> ties = new HashMap<>();
        for (StatementLine line : lines) {
            String act = act(line);
            Ref speaker = line.voice().speaker();
            for (Ref actor : actorsOf.apply(line)) {
                add(byActor, actor, act);
                add(bySpeaker, speaker, act);
                add(ties, List.of(speaker, actor), act);
            }
        }
        Set<String> heard = acts(lines, line -> !line.voice().isReported());
        Marks marks = new Marks(
                acts(lines, line -> !heard.contains(act(line))),
                acts(lines, line -> line.voice().proposed()));
        Map<List<Ref>, Tie> cells = new HashMap<>();
        ties.forEach((pair, said) -> cells.put(pair, marks.tie(pair, said)));
        List<Knot> speakers = speakers(lines, bySpeaker);
        List<Knot> rows = speakers.stream()
                .filter(knot -> knot.count() > 0)
                .limit(MAX_SPEAKERS)
                .toList();
        return new Network(
                rows,
                knots(byActor, Map.of()).limit(MAX_SPOKEN).toList(),
                speakers.stream().filter(knot -> !rows.contains(knot)).toList(),
                cells);
    }

    /** All speakers, those with most acts about others first. */
    private static List<Knot> speakers(List<StatementLine> lines, Map<Ref, Set<String>> acts) {
        Map<Ref, Integer> totals = new LinkedHashMap<>();
        lines.forEach(line -> totals.merge(line.voice().speaker(), 1, Integer::sum));
        Map<Ref, Set<String>> all = new LinkedHashMap<>();
        totals.keySet().forEach(speaker -> all.put(speaker, acts.getOrDefault(speaker, Set.of())));
        return knots(all, totals).toList();
    }

    /** The acts known only through others, and those proposed by software. */
    private record Marks(Set<String> reported, Set<String> proposed) {
        private Tie tie(List<Ref> pair, Set<String> said) {
            return new Tie(pair.get(0), pair.get(1), said.size(), count(said, reported), count(said, proposed));
        }
    }

    private static Set<String> acts(List<StatementLine> lines, Predicate<StatementLine> selected) {
        return lines.stream().filter(selected).map(Network::act).collect(Collectors.toSet());
    }

    /** The IRI of the statement that stands for the act. */
    private static String act(StatementLine line) {
        return line.act().same().orElse(line.self()).iri();
    }

    private static int count(Set<String> acts, Set<String> marked) {
        return (int) acts.stream().filter(marked::contains).count();
    }

    private static <K> void add(Map<K, Set<String>> acts, K key, String act) {
        acts.computeIfAbsent(key, added -> new HashSet<>()).add(act);
    }

    private static Stream<Knot> knots(Map<Ref, Set<String>> acts, Map<Ref, Integer> totals) {
        return acts.entrySet().stream()
                .map(entry -> new Knot(entry.getKey(), entry.getValue().size(), totals.getOrDefault(entry.getKey(), 0)))
                .sorted(Comparator.comparing((Knot knot) -> -knot.count())
                        .thenComparing(knot -> knot.ref().label()));
    }
}
