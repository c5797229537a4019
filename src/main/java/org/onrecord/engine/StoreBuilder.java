// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Collects named graphs for a {@link Store}. Not thread-safe; used once. */
public final class StoreBuilder {
    private final Dictionary terms;

    /** The term number of the name of each graph that was added; 0 while it has none. */
    private final List<Integer> names = new ArrayList<>();

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
        int[] numbers = new int[store.terms() + 1];
        for (int number = 0; number < store.graphs(); number++) {
            names.add(store.graph(number));
            numbers[store.graph(number)] = number;
        }
        Arrays.stream(store.inferred()).forEach(inferred::add);
        resize(Math.max(graphs.length, store.members().quads()));
        Scan scan = new Scan(store);
        scan.open(0, 0, 0, 0);
        while (scan.next()) {
            for (int at = 0; at < scan.graphs(); at++) {
                addQuad(scan.subject(), scan.predicate(), scan.object(), numbers[scan.graph(at)]);
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
        name(add(graph), name);
        return this;
    }

    /**
     * Adds the triples of a graph, which is not kept.
     *
     * @return its number, to give it a name later
     */
    public int add(Graph graph) {
        names.add(0);
        int number = names.size() - 1;
        graph.find().forEachRemaining(triple -> add(triple, number));
        return number;
    }

    /** Names a graph that was added. */
    public void name(int number, Node name) {
        names.set(number, terms.add(name));
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
            resize(size + size / 2);
        }
        subjects[size] = subject;
        predicates[size] = predicate;
        objects[size] = object;
        graphs[size++] = graph;
    }

    /** Sets the length of the columns. */
    private void resize(int length) {
        graphs = Arrays.copyOf(graphs, length);
        subjects = Arrays.copyOf(subjects, length);
        predicates = Arrays.copyOf(predicates, length);
        objects = Arrays.copyOf(objects, length);
    }

    /**
     * Sorts the quads; duplicates are left out.
     *
     * @throws IllegalStateException if a graph with triples has no name
     */
    public Store build() {
        terms.trim();
        nameQuads();
        sortQuads();
        Membership members = members();
        int[][] columns = {subjects, predicates, objects};
        resize(0);
        return store(members, columns);
    }

    /** Replaces the numbers of graphs by the term numbers of their names. */
    private void nameQuads() {
        int[] ids = array(names);
        for (int at = 0; at < size; at++) {
            graphs[at] = ids[graphs[at]];
            if (graphs[at] == 0) {
                throw new IllegalStateException("A graph has no name");
            }
        }
    }

    private void sortQuads() {
        int[] quads = IntStream.range(0, size).toArray();
        for (int[] column : new int[][] {graphs, objects, predicates, subjects}) {
            quads = Permutation.sorted(terms.size(), quads, column);
        }
        subjects = Permutation.column(quads, subjects);
        predicates = Permutation.column(quads, predicates);
        objects = Permutation.column(quads, objects);
        graphs = Permutation.column(quads, graphs);
    }

    /** Leaves out duplicates, so that the columns are those of triples, and returns the graphs that have these. */
    private Membership members() {
        int[] rows = new int[size];
        int triples = 0;
        int quads = 0;
        for (int at = 0; at < size; at++) {
            boolean same = at > 0 && isTriple(triples - 1, at);
            if (!same) {
                subjects[triples] = subjects[at];
                predicates[triples] = predicates[at];
                objects[triples++] = objects[at];
            }
            if (!same || graphs[quads - 1] != graphs[at]) {
                graphs[quads] = graphs[at];
                rows[quads++] = triples - 1;
            }
        }
        int[] quadGraphs = Arrays.copyOf(graphs, quads);
        resize(triples);
        int[] named = IntStream.of(array(names))
                .filter(name -> name > 0)
                .sorted()
                .distinct()
                .toArray();
        return new Membership(named, triples, Arrays.copyOf(rows, quads), quadGraphs);
    }

    private boolean isTriple(int row, int quad) {
        return subjects[row] == subjects[quad] && predicates[row] == predicates[quad] && objects[row] == objects[quad];
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

    /** Term numbers in their order. */
    static int[] array(Collection<Integer> ids) {
        return ids.stream().mapToInt(Integer::intValue).toArray();
    }
}
