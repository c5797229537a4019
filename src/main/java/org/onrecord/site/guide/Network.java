// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
     * @param count the number of statements
     */
    public record Tie(Knot from, Knot to, int count) {
        /** The address of the table of statements. */
        public String href() {
            return Filter.by("speaker", from.ref()).with("about", to.ref()).href();
        }

        /** The {@code d} attribute of the SVG path. */
        public String path() {
            return "M300," + from.y() + " C450," + from.y() + " 450," + to.y() + " 600," + to.y();
        }
    }

    /** Creates the chart. */
    public static Network of(List<StatementLine> lines, Function<StatementLine, List<Ref>> actorsOf) {
        Map<Ref, Integer> bySpeaker = new LinkedHashMap<>();
        Map<Ref, Integer> byActor = new LinkedHashMap<>();
        Map<List<Ref>, Integer> ties = new HashMap<>();
        for (StatementLine line : lines) {
            List<Ref> actors = actorsOf.apply(line);
            actors.forEach(ref -> byActor.merge(ref, 1, Integer::sum));
            actors.forEach(ref -> ties.merge(List.of(line.voice().speaker(), ref), 1, Integer::sum));
            bySpeaker.merge(line.voice().speaker(), actors.isEmpty() ? 0 : 1, Integer::sum);
        }
        Map<Ref, Knot> left = knots(bySpeaker);
        Map<Ref, Knot> right = knots(byActor);
        List<Tie> drawn = ties.entrySet().stream()
                .filter(tie -> left.containsKey(tie.getKey().get(0))
                        && right.containsKey(tie.getKey().get(1)))
                .map(tie -> tie(left, right, tie))
                .sorted(Comparator.comparing(Tie::count).thenComparing(Tie::href))
                .toList();
        return new Network(
                List.copyOf(left.values()),
                List.copyOf(right.values()),
                drawn,
                STEP * Math.max(left.size(), right.size()) + 20);
    }

    private static Tie tie(Map<Ref, Knot> left, Map<Ref, Knot> right, Map.Entry<List<Ref>, Integer> tie) {
        return new Tie(knot(left, tie.getKey().get(0)), knot(right, tie.getKey().get(1)), tie.getValue());
    }

    private static Knot knot(Map<Ref, Knot> knots, Ref ref) {
        return knots.getOrDefault(ref, new Knot(ref, 0, 0));
    }

    private static Map<Ref, Knot> knots(Map<Ref, Integer> counts) {
        List<Map.Entry<Ref, Integer>> sorted = counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<Ref, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().label()))
                .limit(MAX_NODES)
                .toList();
        return IntStream.range(0, sorted.size())
                .mapToObj(at -> new Knot(sorted.get(at).getKey(), sorted.get(at).getValue(), STEP * at + 24))
                .collect(Collectors.toMap(Knot::ref, knot -> knot, (a, b) -> a, LinkedHashMap::new));
    }
}
