// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;

/** The numbered terms and sorted triples of a dataset, with counts. Immutable and thread-safe. */
public final class Store {
    private final Dictionary terms;
    private final Permutation spo;
    private final Permutation pos;
    private final Permutation osp;
    private final Membership members;
    private final Map<Integer, Counts> counts;
    private final long subjects;
    private final long objects;

    /**
     * The counts of a predicate.
     *
     * @param triples the number of triples
     * @param subjects the number of different subjects
     * @param objects the number of different objects
     */
    public record Counts(long triples, long subjects, long objects) {}

    /**
     * Creates a store.
     *
     * @param members the named graphs of each triple
     * @param subjects the subject of each triple, sorted
     * @param predicates the predicate of each triple, sorted among those of equal subjects
     * @param objects the object of each triple, sorted among those of equal subjects and predicates
     */
    Store(Dictionary terms, Membership members, int[] subjects, int[] predicates, int[] objects) {
        this.terms = terms;
        this.members = members;
        int max = terms.size();
        int[] rows = IntStream.range(0, subjects.length).toArray();
        this.spo = new Permutation(max, rows, subjects, predicates, objects);
        int[] byObject = Permutation.sorted(max, rows, objects);
        this.osp = new Permutation(max, byObject, objects, subjects, predicates);
        int[] byPredicate = Permutation.sorted(max, byObject, predicates);
        this.pos = new Permutation(max, byPredicate, predicates, objects, subjects);
        this.counts = counts();
        this.subjects = IntStream.rangeClosed(1, max)
                .filter(id -> spo.end(id) > spo.start(id))
                .count();
        this.objects = IntStream.rangeClosed(1, max)
                .filter(id -> osp.end(id) > osp.start(id))
                .count();
    }

    private Map<Integer, Counts> counts() {
        Map<Integer, Integer> subjects = new HashMap<>();
        for (int row = 0, subject = 0; row < spo.size(); row++) {
            boolean first = row >= spo.end(subject) || row == 0;
            subject = first ? spo.first(row) : subject;
            if (first || spo.second(row) != spo.second(row - 1)) {
                subjects.merge(spo.second(row), 1, Integer::sum);
            }
        }
        Map<Integer, Counts> result = new HashMap<>();
        subjects.forEach((predicate, count) -> {
            int objects = 0;
            for (int row = pos.start(predicate); row < pos.end(predicate); row++) {
                objects += row == pos.start(predicate) || pos.second(row) != pos.second(row - 1) ? 1 : 0;
            }
            result.put(predicate, new Counts(pos.end(predicate) - pos.start(predicate), count, objects));
        });
        return Map.copyOf(result);
    }

    /** The highest term number. */
    public int terms() {
        return terms.size();
    }

    /** The term of a number. */
    public Node term(int id) {
        return terms.term(id);
    }

    /** The number of a term, or 0 if the dataset does not have it. */
    public int id(Node term) {
        return terms.id(term);
    }

    /** The number of triples, each once. */
    public long size() {
        return spo.size();
    }

    /** The number of triples that match a pattern, in which 0 matches every term. */
    public long count(int subject, int predicate, int object) {
        Scan scan = new Scan(this);
        scan.open(0, subject, predicate, object);
        return scan.size();
    }

    /** The counts of a predicate. */
    public Counts counts(int predicate) {
        return counts.getOrDefault(predicate, new Counts(0, 1, 1));
    }

    /** The number of different predicates. */
    public int predicates() {
        return counts.size();
    }

    /** The number of different subjects. */
    public long subjects() {
        return subjects;
    }

    /** The number of different objects. */
    public long objects() {
        return objects;
    }

    /** Whether a term is subject or object of a triple, of a named graph or, for 0, of any. */
    public boolean isNode(int id, int graph) {
        Scan scan = new Scan(this);
        scan.open(graph, id, 0, 0);
        if (scan.next()) {
            return true;
        }
        scan.open(graph, 0, 0, id);
        return scan.next();
    }

    /** The number of named graphs. */
    public int graphs() {
        return members.size();
    }

    /** The term number of a named graph. */
    public int graph(int ordinal) {
        return members.name(ordinal);
    }

    /** Whether a term is the name of a graph. */
    public boolean isGraph(int id) {
        return members.has(id);
    }

    Permutation spo() {
        return spo;
    }

    Permutation pos() {
        return pos;
    }

    Permutation osp() {
        return osp;
    }

    Membership members() {
        return members;
    }
}
