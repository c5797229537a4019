// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.onrecord.site.kind.Filter;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.StatementLine;

/**
 * A chart of speakers (left) and subjects (right). The width of links is the number of statements.
 *
 * @param speakers sorted by count, descending
 * @param spoken the subjects, sorted by count, descending
 * @param ties the links, sorted by count
 * @param height of the picture, which is 900 wide
 */
public record Network(List<Knot> speakers, List<Knot> spoken, List<Tie> ties, int height) {
    /** Maximum number of nodes per side. */
    public static final int MAX_NODES = 16;

    private static final int STEP = 34;

    /**
     * A node.
     *
     * @param ref the actor
     * @param count the number of statements
     * @param y the y coordinate of its centre
     */
    public record Knot(Ref ref, int count, int y) {}

    /**
     * A link: the statements of a speaker about a subject.
     *
     * @param from the speaker
     * @param to the subject
     * @param count the number of acts
     * @param through how many of them are known only through somebody else
     * @param proposed how many of them software proposed and nobody reviewed
     */
    public record Tie(Knot from, Knot to, int count, int through, int proposed) {
        /** The address of the table of statements. */
        public String href() {
            return Filter.by("speaker", from.ref()).with("about", to.ref()).href();
        }

        /** The {@code d} attribute of the SVG path. */
        public String path() {
            return "M300," + from.y() + " C450," + from.y() + " 450," + to.y() + " 600," + to.y();
        }
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
        Marks marks = new Marks(
                acts(lines, line -> line.voice().isReported()),
                acts(lines, line -> line.voice().proposed()));
        return draw(knots(bySpeaker), knots(byActor), ties, marks);
    }

    /** The acts known only through others, and those proposed by software. */
    private record Marks(Set<String> reported, Set<String> proposed) {}

    private static Set<String> acts(List<StatementLine> lines, Predicate<StatementLine> selected) {
        return lines.stream().filter(selected).map(Network::act).collect(Collectors.toSet());
    }

    /** The IRI of the statement that stands for the act. */
    private static String act(StatementLine line) {
        return line.act().same().orElse(line.self()).iri();
    }

    private static Network draw(
            Map<Ref, Knot> left, Map<Ref, Knot> right, Map<List<Ref>, Set<String>> ties, Marks marks) {
        List<Tie> drawn = ties.entrySet().stream()
                .filter(tie -> left.containsKey(tie.getKey().get(0))
                        && right.containsKey(tie.getKey().get(1)))
                .map(tie -> new Tie(
                        knot(left, tie.getKey().get(0)),
                        knot(right, tie.getKey().get(1)),
                        tie.getValue().size(),
                        (int) tie.getValue().stream()
                                .filter(marks.reported()::contains)
                                .count(),
                        (int) tie.getValue().stream()
                                .filter(marks.proposed()::contains)
                                .count()))
                .sorted(Comparator.comparing(Tie::count).thenComparing(Tie::href))
                .toList();
        return new Network(
                List.copyOf(left.values()),
                List.copyOf(right.values()),
                drawn,
                STEP * Math.max(left.size(), right.size()) + 20);
    }

    private static <K> void add(Map<K, Set<String>> acts, K key, String act) {
        acts.computeIfAbsent(key, added -> new HashSet<>()).add(act);
    }

    private static Knot knot(Map<Ref, Knot> knots, Ref ref) {
        return knots.getOrDefault(ref, new Knot(ref, 0, 0));
    }

    private static Map<Ref, Knot> knots(Map<Ref, Set<String>> acts) {
        List<Map.Entry<Ref, Set<String>>> sorted = acts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Ref, Set<String>> entry) ->
                                -entry.getValue().size())
                        .thenComparing(entry -> entry.getKey().label()))
                .limit(MAX_NODES)
                .toList();
        return IntStream.range(0, sorted.size())
                .mapToObj(at -> new Knot(
                        sorted.get(at).getKey(), sorted.get(at).getValue().size(), STEP * at + 24))
                .collect(Collectors.toMap(Knot::ref, knot -> knot, (a, b) -> a, LinkedHashMap::new));
    }
}
