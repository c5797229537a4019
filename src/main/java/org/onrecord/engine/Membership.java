// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which named graphs have which triples. A triple is a row of the order subject, predicate, object; a graph is the term
 * number of its name. Immutable.
 */
final class Membership {
    private final int[] names;
    private final int[] starts;
    private final int[] rows;
    private final int[] first;
    private final int[][] several;

    /**
     * Creates the membership.
     *
     * @param names the sorted numbers of the graph names
     * @param size the number of rows
     * @param quadRows the row of each quad, ascending; every row has a quad
     * @param quadGraphs the graph of each quad, ascending among those of a row
     */
    Membership(int[] names, int size, int[] quadRows, int[] quadGraphs) {
        this.names = names;
        this.first = new int[size];
        this.starts = new int[names.length + 1];
        int[][] shared = new int[16][];
        int used = 0;
        for (int quad = 0, next; quad < quadRows.length; quad = next) {
            next = quad + 1;
            while (next < quadRows.length && quadRows[next] == quadRows[quad]) {
                next++;
            }
            first[quadRows[quad]] = quadGraphs[quad];
            if (next > quad + 1) {
                shared = used == shared.length ? Arrays.copyOf(shared, 2 * used) : shared;
                shared[used++] = Arrays.copyOfRange(quadGraphs, quad, next);
                first[quadRows[quad]] = -used;
            }
        }
        this.several = Arrays.copyOf(shared, used);
        for (int graph : quadGraphs) {
            starts[ordinal(graph) + 1]++;
        }
        for (int graph = 1; graph < starts.length; graph++) {
            starts[graph] += starts[graph - 1];
        }
        this.rows = rows();
    }

    /** @param columns names, first index of each, rows, graph of each row or number of its list */
    private Membership(int[][] several, int[]... columns) {
        this.names = columns[0];
        this.starts = columns[1];
        this.rows = columns[2];
        this.first = columns[3];
        this.several = several;
    }

    /** Creates a membership of its {@link #columns}. */
    static Membership of(int[]... columns) {
        int[] ends = columns[4];
        int[][] several = new int[ends.length][];
        for (int list = 0; list < ends.length; list++) {
            several[list] = Arrays.copyOfRange(columns[5], list == 0 ? 0 : ends[list - 1], ends[list]);
        }
        return new Membership(several, columns);
    }

    /** Names, first index of each, rows, graph of each row or number of its list; ends of the lists, and the lists. */
    int[][] columns() {
        int[] ends = Arrays.stream(several).mapToInt(list -> list.length).toArray();
        Arrays.parallelPrefix(ends, Integer::sum);
        int[] lists = Arrays.stream(several).flatMapToInt(Arrays::stream).toArray();
        return new int[][] {names, starts, rows, first, ends, lists};
    }

    /**
     * The membership after a change.
     *
     * @param after the sorted numbers of the graph names
     * @param splice the rows that are inserted and left out
     * @param edits the changed rows, sorted by triple
     */
    Membership edited(int[] after, Splice splice, List<StoreEdit.RowEdit> edits) {
        int[] moved = splice.moved(first.length);
        int[] inserted = splice.insertedRows();
        int[] values = new int[inserted.length];
        int[] rowsAfter = new int[edits.size()];
        List<int[]> shared = new ArrayList<>(Arrays.asList(several));
        int triple = 0;
        for (int at = 0; at < rowsAfter.length; at++) {
            StoreEdit.RowEdit edit = edits.get(at);
            rowsAfter[at] = edit.row() < 0 ? inserted[triple] : moved[edit.row()];
            if (edit.changesTriples()) {
                values[triple++] = graphs(edit.after(), shared);
            }
        }
        int[] column = splice.column(first, values);
        for (int at = 0; at < rowsAfter.length; at++) {
            if (!edits.get(at).changesTriples()) {
                column[rowsAfter[at]] = graphs(edits.get(at).after(), shared);
            }
        }
        Map<Integer, int[]> changed = changedRows(after, moved, edits, rowsAfter);
        int[] next = starts(after, changed);
        return new Membership(shared.toArray(int[][]::new), after, next, allRows(after, next, moved, changed), column);
    }

    /** The value of a row that some graphs have, none if it is left out. */
    private static int graphs(List<Integer> graphs, List<int[]> shared) {
        if (graphs.size() < 2) {
            return graphs.isEmpty() ? 0 : graphs.get(0);
        }
        shared.add(graphs.stream().mapToInt(Integer::intValue).toArray());
        return -shared.size();
    }

    /** The first index of each graph after a change. */
    private int[] starts(int[] after, Map<Integer, int[]> changed) {
        int[] next = new int[after.length + 1];
        for (int graph = 0; graph < after.length; graph++) {
            int[] part = changed.get(after[graph]);
            next[graph + 1] = next[graph] + (part == null ? size(after[graph]) : part.length);
        }
        return next;
    }

    /** The rows of all graphs after a change. */
    private int[] allRows(int[] after, int[] next, int[] moved, Map<Integer, int[]> changed) {
        int[] all = new int[next[after.length]];
        for (int graph = 0; graph < after.length; graph++) {
            int[] part = changed.get(after[graph]);
            if (part == null) {
                int from = starts[ordinal(after[graph])] - next[graph];
                for (int at = next[graph]; at < next[graph + 1]; at++) {
                    all[at] = moved[rows[at + from]];
                }
            } else {
                System.arraycopy(part, 0, all, next[graph], part.length);
            }
        }
        return all;
    }

    /** The rows of each graph that a change changes or adds. */
    private Map<Integer, int[]> changedRows(int[] after, int[] moved, List<StoreEdit.RowEdit> edits, int[] rowsAfter) {
        Map<Integer, Set<Integer>> lost = new HashMap<>();
        Map<Integer, List<Integer>> gained = new HashMap<>();
        for (int at = 0; at < rowsAfter.length; at++) {
            StoreEdit.RowEdit edit = edits.get(at);
            for (int graph : edit.before()) {
                lost.computeIfAbsent(graph, key -> new HashSet<>()).add(edit.row());
            }
            for (int graph : edit.after()) {
                gained.computeIfAbsent(graph, key -> new ArrayList<>()).add(rowsAfter[at]);
            }
        }
        Map<Integer, int[]> result = new HashMap<>();
        for (int graph : after) {
            if (has(graph) && !lost.containsKey(graph) && !gained.containsKey(graph)) {
                continue;
            }
            Set<Integer> without = lost.getOrDefault(graph, Set.of());
            List<Integer> more = gained.getOrDefault(graph, List.of());
            IntStream kept = old(graph).filter(row -> !without.contains(row)).map(row -> moved[row]);
            result.put(
                    graph,
                    more.isEmpty()
                            ? kept.toArray()
                            : IntStream.concat(kept, more.stream().mapToInt(Integer::intValue))
                                    .sorted()
                                    .toArray());
        }
        return result;
    }

    /** The rows of a graph, which may not exist. */
    private IntStream old(int graph) {
        int ordinal = ordinal(graph);
        return ordinal < 0 ? IntStream.empty() : Arrays.stream(rows, starts[ordinal], starts[ordinal + 1]);
    }

    private int[] rows() {
        int[] next = starts.clone();
        int[] byGraph = new int[starts[names.length]];
        for (int row = 0; row < first.length; row++) {
            for (int at = 0; at < count(row); at++) {
                byGraph[next[ordinal(graph(row, at))]++] = row;
            }
        }
        return byGraph;
    }

    /** The number of quads. */
    int quads() {
        return rows.length;
    }

    /** The number of named graphs. */
    int size() {
        return names.length;
    }

    /** The numbers of the graph names, sorted. */
    int name(int ordinal) {
        return names[ordinal];
    }

    boolean has(int graph) {
        return ordinal(graph) >= 0;
    }

    /** The number of graphs that have a row. */
    int count(int row) {
        return first[row] > 0 ? 1 : several[~first[row]].length;
    }

    /** One of the graphs that have a row. */
    int graph(int row, int at) {
        return first[row] > 0 ? first[row] : several[~first[row]][at];
    }

    /** Whether a graph has a row. */
    boolean contains(int graph, int row) {
        return first[row] > 0 ? first[row] == graph : Arrays.binarySearch(several[~first[row]], graph) >= 0;
    }

    /** The index in {@link #row} of the first of a graph's rows that is not less than a row. */
    int start(int graph, int row) {
        int ordinal = ordinal(graph);
        return ordinal < 0 ? 0 : Permutation.lower(rows, starts[ordinal], starts[ordinal + 1], row);
    }

    /** The number of rows of a graph. */
    int size(int graph) {
        int ordinal = ordinal(graph);
        return starts[ordinal + 1] - starts[ordinal];
    }

    /** A row of a graph. */
    int row(int index) {
        return rows[index];
    }

    private int ordinal(int graph) {
        return Arrays.binarySearch(names, graph);
    }
}
