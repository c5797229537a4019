// SPDX-License-Identifier: Apache-2.0
package org.onrecord.stores;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.resultset.ResultSetException;
import org.onrecord.vocabulary.Namespace;

/**
 * A store that was asked the whole catalogue.
 *
 * @param store which
 * @param quads how many quads of the project's graphs it counts; -1 if it gave no answer
 * @param verdicts name of a case to what came of it
 * @param seconds how long all queries took together
 */
record Trial(Store store, long quads, SortedMap<String, Verdict> verdicts, double seconds) {
    private static final Pattern NUMBER = Pattern.compile("\"value\"\\s*:\\s*\"?(\\d+)");

    Trial {
        verdicts = Collections.unmodifiableSortedMap(new TreeMap<>(verdicts));
    }

    /** Asks a store every case of a name that is wanted. */
    static Trial of(Project project, Store store, Predicate<String> wanted) {
        SortedMap<String, Verdict> verdicts = new TreeMap<>();
        // First, because a store may be starting again after a query that it gave up.
        long quads = counted(project, store);
        long start = System.nanoTime();
        project.cases().forEach((name, query) -> {
            if (wanted.test(name)) {
                boolean late = System.nanoTime() - start > TimeUnit.SECONDS.toNanos(Store.BUDGET);
                verdicts.put(
                        name,
                        late
                                ? new Verdict.Unsupported(Store.UNASKED)
                                : verdict(store, query, project.rows().apply(name)));
            }
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Trial(store, quads, verdicts, seconds);
    }

    private static Verdict verdict(Store store, Query query, TableOfRows expected) {
        try {
            return expected.judge(TableOfRows.answered(store.ask(query.toString())));
        } catch (ResultSetException e) {
            return new Verdict.Unsupported(Store.BROKEN_OFF);
        } catch (Store.NoAnswerException e) {
            return new Verdict.Unsupported(String.valueOf(e.getMessage()));
        }
    }

    /** Some stores have graphs of their own besides. */
    private static long counted(Project project, Store store) {
        String query = ("SELECT (COUNT(*) AS ?quads) { GRAPH ?g { ?s ?p ?o }"
                        + " FILTER (STRSTARTS(STR(?g), \"%s\") || STRSTARTS(STR(?g), \"%s\")) }")
                .formatted(Namespace.GRAPHS, project.release().base().graph(""));
        try {
            Matcher number = NUMBER.matcher(new String(store.ask(query), StandardCharsets.UTF_8));
            return number.find() ? Long.parseLong(number.group(1)) : 0;
        } catch (Store.NoAnswerException e) {
            return -1;
        }
    }

    /** The number of verdicts of a kind. */
    long count(Class<? extends Verdict> kind) {
        return verdicts.values().stream().filter(kind::isInstance).count();
    }

    /** The names of cases that did not give equal rows, with what happened. */
    Map<String, String> faults() {
        SortedMap<String, String> faults = new TreeMap<>();
        verdicts.forEach((name, verdict) -> {
            if (verdict instanceof Verdict.Different different) {
                faults.put(name, different.detail());
            } else if (verdict instanceof Verdict.Unsupported unsupported) {
                faults.put(name, unsupported.reason());
            }
        });
        return faults;
    }
}
