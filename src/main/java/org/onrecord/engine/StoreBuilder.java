// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Collects named graphs for a {@link Store}. Not thread-safe; used once. */
public final class StoreBuilder {
    private final Dictionary terms;
    private final Set<Integer> names = new TreeSet<>();
    private final Set<Integer> inferred = new TreeSet<>();
    private int[] subjects = new int[1024];
    private int[] predicates = new int[1024];
    private int[] objects = new int[1024];
    private int[] graphs = new int[1024];
    private int size;

    /** Creates an empty builder. */
    public StoreBuilder() {
        this.terms = new Dictionary();
    }

    /** Creates a builder with the quads of a store, whose terms keep their numbers. */
    public StoreBuilder(Store store) {
        this.terms = new Dictionary(store.dictionary());
        IntStream.range(0, store.graphs()).map(store::graph).forEach(names::add);
        Arrays.stream(store.inferred()).forEach(inferred::add);
        Scan scan = new Scan(store);
        scan.open(0, 0, 0, 0);
        while (scan.next()) {
            for (int at = 0; at < scan.graphs(); at++) {
                addQuad(scan.subject(), scan.predicate(), scan.object(), scan.graph(at));
            }
        }
    }

    /** Adds a named graph that follows from the others. {@link Store#explicit} is without it. */
    public StoreBuilder addInferred(Node name, Graph graph) {
        inferred.add(terms.add(name));
        return add(name, graph);
    }

    /** Adds the triples of a named graph, which exists even if it has none. */
    public StoreBuilder add(Node name, Graph graph) {
        int id = terms.add(name);
        names.add(id);
        graph.find().forEachRemaining(triple -> add(triple, id));
        return this;
    }

    /** A builder with the quads of a store and new numbers, for the terms that it uses. */
    static StoreBuilder withoutUnusedTerms(Store store) {
        StoreBuilder builder = new StoreBuilder();
        for (int ordinal = 0; ordinal < store.graphs(); ordinal++) {
            int graph = store.graph(ordinal);
            Graph triples = new StoredGraph(store, graph);
            if (store.isInferred(graph)) {
                builder.addInferred(store.term(graph), triples);
            } else {
                builder.add(store.term(graph), triples);
            }
        }
        return builder;
    }

    private void add(Triple triple, int graph) {
        addQuad(terms.add(triple.getSubject()), terms.add(triple.getPredicate()), terms.add(triple.getObject()), graph);
    }

    private void addQuad(int subject, int predicate, int object, int graph) {
        if (size == subjects.length) {
            int more = size + size / 2;
            subjects = Arrays.copyOf(subjects, more);
            predicates = Arrays.copyOf(predicates, more);
            objects = Arrays.copyOf(objects, more);
            graphs = Arrays.copyOf(graphs, more);
        }
        subjects[size] = subject;
        predicates[size] = predicate;
        objects[size] = object;
        graphs[size++] = graph;
    }

    /** Sorts the quads; duplicates are left out. */
    public Store build() {
        terms.trim();
        int[] quads = IntStream.range(0, size).toArray();
        for (int[] column : new int[][] {graphs, objects, predicates, subjects}) {
            quads = Permutation.sorted(terms.size(), quads, column);
        }
        int[] rows = new int[size];
        int[] firsts = new int[size];
        int row = -1;
        for (int at = 0; at < size; at++) {
            if (at == 0 || !sameTriple(quads[at], quads[at - 1])) {
                firsts[++row] = quads[at];
            }
            rows[at] = row;
        }
        int[] triples = Arrays.copyOf(firsts, row + 1);
        Membership members = members(triples.length, quads, rows);
        return store(members, column(subjects, triples), column(predicates, triples), column(objects, triples));
    }

    /** @param columns subjects, predicates and objects of the triples, sorted in this order */
    private Store store(Membership members, int[]... columns) {
        int max = terms.size();
        int[] bySubject = IntStream.range(0, columns[0].length).toArray();
        int[] byObject = Permutation.sorted(max, bySubject, columns[2]);
        int[] byPredicate = Permutation.sorted(max, byObject, columns[1]);
        StoreEdit.Columns sorted = new StoreEdit.Columns(
                terms,
                new Permutation(max, bySubject, columns),
                new Permutation(max, byPredicate, columns[1], columns[2], columns[0]),
                new Permutation(max, byObject, columns[2], columns[0], columns[1]),
                members);
        return new Store(sorted, array(inferred), Statistics.EMPTY, sorted.pos().firsts());
    }

    private Membership members(int triples, int[] quads, int[] rows) {
        int[] different = IntStream.range(0, size)
                .filter(at -> at == 0 || rows[at] != rows[at - 1] || graphs[quads[at]] != graphs[quads[at - 1]])
                .toArray();
        return new Membership(array(names), triples, column(rows, different), column(graphs, column(quads, different)));
    }

    /** Term numbers in their order. */
    static int[] array(Set<Integer> ids) {
        return ids.stream().mapToInt(Integer::intValue).toArray();
    }

    private boolean sameTriple(int quad, int other) {
        return subjects[quad] == subjects[other]
                && predicates[quad] == predicates[other]
                && objects[quad] == objects[other];
    }

    private static int[] column(int[] values, int[] rows) {
        return Arrays.stream(rows).map(row -> values[row]).toArray();
    }
}
