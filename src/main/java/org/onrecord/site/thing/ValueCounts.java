// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.thing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** The number of statements that have each value, such as each speaker. Immutable. */
public final class ValueCounts {
    /** The speakers. */
    public static final Values SPEAKERS =
            (index, line) -> Stream.of(line.voice().speaker());

    /** The direct and indirect subjects, including topics. */
    public static final Values SUBJECTS = (index, line) -> index.aboutAny(line).stream();

    private static final Comparator<Map.Entry<Ref, Integer>> ORDER = Map.Entry.<Ref, Integer>comparingByValue()
            .reversed()
            .thenComparing(entry -> entry.getKey().label());

    /** By IRI, because a string knows its hash. */
    private final Map<String, Map.Entry<Ref, Integer>> counts;

    private final AtomicReference<@Nullable List<Map.Entry<Ref, Integer>>> sorted = new AtomicReference<>();

    /** Gives the values of a statement. */
    public interface Values {
        /** The values of a statement of an index. */
        Stream<Ref> of(StatementIndex index, StatementLine line);
    }

    private ValueCounts(Map<String, Map.Entry<Ref, Integer>> counts) {
        this.counts = counts;
    }

    /** Counts the values of some statements. */
    public static ValueCounts of(StatementIndex index, Stream<StatementLine> lines, Values values) {
        Map<String, Counter> counters = new HashMap<>();
        int at = 0;
        for (Iterator<StatementLine> each = lines.iterator(); each.hasNext(); at++) {
            int statement = at;
            values.of(index, each.next())
                    .forEach(ref -> counters.computeIfAbsent(ref.iri(), iri -> new Counter(ref))
                            .count(statement));
        }
        return new ValueCounts(counters.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> Map.entry(entry.getValue().ref, entry.getValue().statements))));
    }

    /** Counts the statements with a value, of which each is once among its values. */
    private static final class Counter {
        private final Ref ref;
        private int statements;
        private int last = -1;

        Counter(Ref ref) {
            this.ref = ref;
        }

        void count(int statement) {
            if (statement != last) {
                statements++;
                last = statement;
            }
        }
    }

    /**
     * The counts after a change.
     *
     * @param before the index of these counts
     * @param after the index after the change
     * @param changed the statements that may have changed
     */
    ValueCounts after(StatementIndex before, StatementIndex after, Set<Node> changed, Values values) {
        Map<String, Map.Entry<Ref, Integer>> next = new HashMap<>(counts);
        for (Node statement : changed) {
            before.line(statement).ifPresent(line -> add(next, values.of(before, line), -1));
            after.line(statement).ifPresent(line -> add(next, values.of(after, line), 1));
        }
        return new ValueCounts(next);
    }

    private static void add(Map<String, Map.Entry<Ref, Integer>> counts, Stream<Ref> values, int one) {
        Map<String, Ref> different = new HashMap<>();
        values.forEach(ref -> different.putIfAbsent(ref.iri(), ref));
        different.forEach((iri, ref) -> counts.compute(iri, (key, known) -> {
            int count = one + (known == null ? 0 : known.getValue());
            return count == 0 ? null : Map.entry(ref, count);
        }));
    }

    /** The values with their numbers of statements, most first, then by label. */
    public List<Map.Entry<Ref, Integer>> sorted() {
        List<Map.Entry<Ref, Integer>> known = sorted.get();
        if (known == null) {
            known = counts.values().stream().sorted(ORDER).toList();
            sorted.set(known);
        }
        return known;
    }

    /** The values with most statements, those first. */
    public List<Ref> frequent(int most) {
        return sorted().stream().limit(most).map(Map.Entry::getKey).toList();
    }
}
