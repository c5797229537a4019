// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;

/** The numbered terms and sorted triples of a dataset, with counts. Immutable and thread-safe. */
public final class Store {
    private static final Counts NONE = new Counts(1, 1, 1, 1);

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
     * @param subjects the number of different subjects
     * @param objects the number of different objects
     * @param perSubject the triples with the subject of a triple, on average over the triples
     * @param perObject the triples with the object of a triple, on average over the triples
     */
    public record Counts(long subjects, long objects, double perSubject, double perObject) {}

    /**
     * Creates a store.
     *
     * @param members the named graphs of each triple
     * @param columns subjects, predicates and objects of the triples, sorted in this order
     */
    Store(Dictionary terms, Membership members, int[]... columns) {
        this.terms = terms;
        this.members = members;
        int max = terms.size();
        int[] rows = IntStream.range(0, columns[0].length).toArray();
        this.spo = new Permutation(max, rows, columns);
        int[] byObject = Permutation.sorted(max, rows, columns[2]);
        this.osp = new Permutation(max, byObject, columns[2], columns[0], columns[1]);
        int[] byPredicate = Permutation.sorted(max, byObject, columns[1]);
        this.pos = new Permutation(max, byPredicate, columns[1], columns[2], columns[0]);
        this.counts = counts();
        this.subjects = IntStream.rangeClosed(1, max)
                .filter(id -> spo.end(id) > spo.start(id))
                .count();
        this.objects = IntStream.rangeClosed(1, max)
                .filter(id -> osp.end(id) > osp.start(id))
                .count();
    }

    private Map<Integer, Counts> counts() {
        Map<Integer, Runs> subjects = new HashMap<>();
        int before = -1;
        for (int row = 0, subject = 0; row < spo.size(); row++) {
            subject = row >= spo.end(subject) || row == 0 ? spo.first(row) : subject;
            boolean same = subject == before && spo.second(row) == spo.second(row - 1);
            subjects.computeIfAbsent(spo.second(row), predicate -> new Runs()).add(same);
            before = subject;
        }
        Map<Integer, Counts> result = new HashMap<>();
        subjects.forEach((predicate, bySubject) -> {
            Runs byObject = new Runs();
            for (int row = pos.start(predicate); row < pos.end(predicate); row++) {
                byObject.add(row > pos.start(predicate) && pos.second(row) == pos.second(row - 1));
            }
            result.put(predicate, new Counts(bySubject.runs, byObject.runs, bySubject.mean(), byObject.mean()));
        });
        return Map.copyOf(result);
    }

    /** Runs of equal terms in a sorted column. */
    private static final class Runs {
        private long runs;
        private long rows;
        private long length;
        private double squares;

        /** @param same whether the next row continues the run */
        void add(boolean same) {
            length = same ? length + 1 : 1;
            runs += same ? 0 : 1;
            rows++;
            // The sum of squares grows by the difference of two squares.
            squares += 2 * length - 1;
        }

        /** The length of the run of a row, on average over the rows. */
        double mean() {
            return squares / rows;
        }
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
        return counts.getOrDefault(predicate, NONE);
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
