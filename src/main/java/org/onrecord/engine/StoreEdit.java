// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Makes a store that differs from another by some quads. Columns are copied with the changed rows in their places, and only
 * what changes is sorted, hashed and counted. The terms of removed quads keep their numbers, until most numbers are of such.
 * Not thread-safe; used once.
 */
public final class StoreEdit {
    private static final Comparator<Quad> ORDER = Comparator.comparingInt(Quad::subject)
            .thenComparingInt(Quad::predicate)
            .thenComparingInt(Quad::object)
            .thenComparingInt(Quad::graph);

    /** Terms that no quad has, up to which they keep their numbers. */
    private static final int UNUSED = 100_000;

    private final Store before;
    private final Dictionary terms;
    private final Set<Integer> names = new TreeSet<>();
    private final Set<Integer> inferred = new TreeSet<>();
    private final Set<Quad> added = new HashSet<>();
    private final Set<Quad> removed = new HashSet<>();

    /** The numbers of the terms of a quad. */
    record Quad(int subject, int predicate, int object, int graph) {}

    /**
     * A change of the graphs that have a triple.
     *
     * @param triple the triple; its graph means nothing
     * @param row its row before, or -1 if it had none
     * @param before the graphs that had it, ascending
     * @param after the graphs that have it, ascending
     */
    record RowEdit(Quad triple, int row, List<Integer> before, List<Integer> after) {
        /** Whether the triple appears or disappears. */
        boolean changesTriples() {
            return before.isEmpty() || after.isEmpty();
        }
    }

    /** The parts of a changed store. */
    record Columns(Dictionary terms, Permutation spo, Permutation pos, Permutation osp, Membership members) {}

    /** Starts to change a store. */
    public StoreEdit(Store before) {
        this.before = before;
        this.terms = new Dictionary(before.dictionary());
        IntStream.range(0, before.graphs()).map(before::graph).forEach(names::add);
        IntStream.of(before.inferred()).forEach(inferred::add);
    }

    /** Replaces a named graph, or adds it. */
    public void put(Node name, Graph graph) {
        int id = terms.add(name);
        names.add(id);
        discard(id);
        Set<Quad> after = new HashSet<>();
        graph.find().forEachRemaining(triple -> after.add(quad(triple, id)));
        for (Quad quad : quads(id)) {
            if (!after.remove(quad)) {
                removed.add(quad);
            }
        }
        added.addAll(after);
    }

    /** Removes a named graph. */
    public void drop(Node name) {
        int id = terms.id(name);
        names.remove(id);
        inferred.remove(id);
        discard(id);
        removed.addAll(quads(id));
    }

    /** Forgets the edits of a graph. */
    private void discard(int graph) {
        added.removeIf(quad -> quad.graph() == graph);
        removed.removeIf(quad -> quad.graph() == graph);
    }

    /** Adds a triple to a named graph that exists. */
    public void add(Node name, Triple triple) {
        Quad quad = quad(triple, terms.id(name));
        if (!removed.remove(quad) && !has(quad)) {
            added.add(quad);
        }
    }

    /** Removes a triple from a named graph. */
    public void remove(Node name, Triple triple) {
        Quad quad = quad(triple, terms.id(name));
        if (!added.remove(quad) && has(quad)) {
            removed.add(quad);
        }
    }

    private Quad quad(Triple triple, int graph) {
        return new Quad(
                terms.add(triple.getSubject()), terms.add(triple.getPredicate()), terms.add(triple.getObject()), graph);
    }

    private List<Quad> quads(int graph) {
        List<Quad> quads = new ArrayList<>();
        if (before.isGraph(graph)) {
            Scan scan = new Scan(before);
            scan.open(graph, 0, 0, 0);
            while (scan.next()) {
                quads.add(new Quad(scan.subject(), scan.predicate(), scan.object(), graph));
            }
        }
        return quads;
    }

    private boolean has(Quad quad) {
        int row = row(quad);
        return row >= 0 && before.members().contains(quad.graph(), row);
    }

    /** The row of a triple, or -1. */
    private int row(Quad quad) {
        int row = before.spo().row(quad.subject(), quad.predicate(), quad.object());
        return before.spo().has(row, quad.subject(), quad.predicate(), quad.object()) ? row : -1;
    }

    /** The triples that graphs gain, each for every graph that gains it. */
    public List<Triple> added() {
        return triples(added);
    }

    /** The triples that graphs lose, each for every graph that loses it. */
    public List<Triple> removed() {
        return triples(removed);
    }

    private List<Triple> triples(Set<Quad> quads) {
        return quads.stream()
                .map(quad -> Triple.create(
                        terms.term(quad.subject()), terms.term(quad.predicate()), terms.term(quad.object())))
                .toList();
    }

    /** The changed store; the same one if nothing changed. */
    public Store build() {
        if (added.isEmpty() && removed.isEmpty() && hasSameGraphs()) {
            return before;
        }
        Store after = changed();
        int unused = after.unusedTerms();
        return unused > UNUSED && unused > after.terms() / 2
                ? StoreBuilder.withoutUnusedTerms(after).build()
                : after;
    }

    private boolean hasSameGraphs() {
        return names.size() == before.graphs()
                && names.stream().allMatch(before::isGraph)
                && Arrays.equals(StoreBuilder.array(inferred), before.inferred());
    }

    private Store changed() {
        terms.trim();
        List<RowEdit> rows = rows();
        List<RowEdit> triples = rows.stream().filter(RowEdit::changesTriples).toList();
        Permutation spo = before.spo();
        Splice splice = spo.splice(
                inserted(triples),
                column(triples, Quad::subject),
                column(triples, Quad::predicate),
                column(triples, Quad::object));
        Columns columns = new Columns(
                terms,
                edited(spo, triples, List.of(Quad::subject, Quad::predicate, Quad::object)),
                edited(before.pos(), triples, List.of(Quad::predicate, Quad::object, Quad::subject)),
                edited(before.osp(), triples, List.of(Quad::object, Quad::subject, Quad::predicate)),
                before.members().edited(StoreBuilder.array(names), splice, rows));
        return new Store(
                columns,
                StoreBuilder.array(inferred),
                before.statistics(),
                IntStream.of(column(triples, Quad::predicate)).distinct().toArray());
    }

    /** The edits of rows, sorted by triple. */
    private List<RowEdit> rows() {
        Map<Quad, SortedSet<Integer>> after = new TreeMap<>(ORDER);
        Stream.of(added, removed)
                .flatMap(Set::stream)
                .forEach(quad -> after.computeIfAbsent(triple(quad), this::graphs));
        removed.forEach(quad -> Objects.requireNonNull(after.get(triple(quad))).remove(quad.graph()));
        added.forEach(quad -> Objects.requireNonNull(after.get(triple(quad))).add(quad.graph()));
        return after.entrySet().stream()
                .map(edit -> new RowEdit(
                        edit.getKey(),
                        row(edit.getKey()),
                        List.copyOf(graphs(edit.getKey())),
                        List.copyOf(edit.getValue())))
                .toList();
    }

    private static Quad triple(Quad quad) {
        return new Quad(quad.subject(), quad.predicate(), quad.object(), 0);
    }

    /** The graphs that have a triple now. */
    private SortedSet<Integer> graphs(Quad triple) {
        SortedSet<Integer> graphs = new TreeSet<>();
        int row = row(triple);
        for (int at = 0; row >= 0 && at < before.members().count(row); at++) {
            graphs.add(before.members().graph(row, at));
        }
        return graphs;
    }

    private Permutation edited(Permutation rows, List<RowEdit> triples, List<ToIntFunction<Quad>> columns) {
        Comparator<RowEdit> order = columns.stream()
                .map(column -> Comparator.comparingInt((RowEdit edit) -> column.applyAsInt(edit.triple())))
                .reduce(Comparator::thenComparing)
                .orElseThrow();
        List<RowEdit> sorted = triples.stream().sorted(order).toList();
        int[][] values = columns.stream().map(column -> column(sorted, column)).toArray(int[][]::new);
        return rows.edited(terms.size(), inserted(sorted), values);
    }

    private static boolean[] inserted(List<RowEdit> triples) {
        boolean[] inserted = new boolean[triples.size()];
        for (int edit = 0; edit < inserted.length; edit++) {
            inserted[edit] = triples.get(edit).row() < 0;
        }
        return inserted;
    }

    private static int[] column(List<RowEdit> triples, ToIntFunction<Quad> column) {
        return triples.stream().map(RowEdit::triple).mapToInt(column).toArray();
    }
}
