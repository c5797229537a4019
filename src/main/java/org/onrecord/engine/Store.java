// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** The numbered terms and sorted triples of a dataset, with counts. Immutable and thread-safe. */
public final class Store {
    private final Dictionary terms;
    private final Permutation spo;
    private final Permutation pos;
    private final Permutation osp;
    private final Membership members;
    private final Statistics statistics;
    private final int[] inferred;
    private final BitSet filtered;
    private final AtomicReference<@Nullable Store> explicit = new AtomicReference<>();

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
     * @param inferred the sorted numbers of the names of inferred graphs
     * @param before the statistics of the store from which this one differs
     * @param changed the predicates whose triples changed
     */
    Store(StoreEdit.Columns columns, int[] inferred, Statistics before, int... changed) {
        this.terms = columns.terms();
        this.spo = columns.spo();
        this.pos = columns.pos();
        this.osp = columns.osp();
        this.members = columns.members();
        this.inferred = inferred;
        this.filtered = new BitSet();
        this.statistics = before.edited(this, changed);
    }

    private Store(Store store, BitSet filtered) {
        this.terms = store.terms;
        this.spo = store.spo;
        this.pos = store.pos;
        this.osp = store.osp;
        this.members = store.members;
        this.statistics = store.statistics;
        this.inferred = store.inferred;
        this.filtered = filtered;
    }

    /** A view without the triples that only inferred graphs have. Its counts are those of this store. */
    public Store explicit() {
        Store view = explicit.get();
        if (view == null) {
            view = new Store(this, inferredPredicates());
            explicit.set(view);
        }
        return view;
    }

    private BitSet inferredPredicates() {
        BitSet predicates = new BitSet();
        for (int graph : inferred) {
            int start = members.start(graph, 0);
            for (int at = start; at < start + members.size(graph); at++) {
                predicates.set(spo.second(members.row(at)));
            }
        }
        return predicates;
    }

    /** Whether triples of a predicate must be {@link #isExplicit}. */
    boolean isFiltered(int predicate) {
        return filtered.get(predicate);
    }

    /** Whether a graph that is not inferred has a row. */
    boolean isExplicit(int row) {
        for (int at = 0; at < members.count(row); at++) {
            if (!isInferred(members.graph(row, at))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a named graph is inferred. */
    boolean isInferred(int graph) {
        return Arrays.binarySearch(inferred, graph) >= 0;
    }

    /** The sorted numbers of the names of inferred graphs. */
    int[] inferred() {
        return inferred;
    }

    Statistics statistics() {
        return statistics;
    }

    Dictionary dictionary() {
        return terms;
    }

    /** The highest term number. */
    public int terms() {
        return terms.size();
    }

    /** The number of terms that no quad has. */
    int unusedTerms() {
        return (int) IntStream.rangeClosed(1, terms())
                .filter(id ->
                        spo.end(id) == spo.start(id) && pos.end(id) == pos.start(id) && osp.end(id) == osp.start(id))
                .filter(id -> !isGraph(id))
                .count();
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
        return statistics.of(predicate);
    }

    /** The number of different predicates. */
    public int predicates() {
        return statistics.counts().size();
    }

    /** The number of different subjects. */
    public long subjects() {
        return statistics.subjects();
    }

    /** The number of different objects. */
    public long objects() {
        return statistics.objects();
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
