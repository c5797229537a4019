// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

import java.util.stream.IntStream;

/**
 * Triples sorted by three columns of term numbers. The first column is not stored: {@code starts} has the first row of
 * each term. Immutable.
 */
final class Permutation {
    private final int[] starts;
    private final int[] second;
    private final int[] third;

    /**
     * Creates a permutation.
     *
     * @param terms the highest term number
     * @param order the rows in sorted order
     * @param columns the first, second and third column, by row
     */
    Permutation(int terms, int[] order, int[]... columns) {
        this.starts = starts(terms, order, columns[0]);
        this.second = column(order, columns[1]);
        this.third = column(order, columns[2]);
    }

    /** Creates a permutation of its {@link #columns}. */
    Permutation(int[] starts, int[] second, int[] third) {
        this.starts = starts;
        this.second = second;
        this.third = third;
    }

    /**
     * The permutation with some triples inserted and others left out.
     *
     * @param terms the highest term number
     * @param inserted whether each edit inserts a triple; else it is left out
     * @param columns the first, second and third column of the edits, sorted in this order
     */
    Permutation edited(int terms, boolean[] inserted, int[]... columns) {
        Splice splice = splice(inserted, columns);
        return new Permutation(
                moved(terms, inserted, columns[0]),
                splice.column(second, columns[1]),
                splice.column(third, columns[2]));
    }

    /** The rows that edits insert or leave out; parameters as those of {@link #edited}. */
    Splice splice(boolean[] inserted, int[]... columns) {
        int[] at = new int[inserted.length];
        for (int edit = 0; edit < at.length; edit++) {
            at[edit] = row(columns[0][edit], columns[1][edit], columns[2][edit]);
        }
        return new Splice(at, inserted);
    }

    /** The first row of each term after edits, given by their first column. */
    private int[] moved(int terms, boolean[] inserted, int[] column) {
        int[] moved = new int[terms + 2];
        int shift = 0;
        int edit = 0;
        for (int term = 0; term < moved.length; term++) {
            for (; edit < column.length && column[edit] < term; edit++) {
                shift += inserted[edit] ? 1 : -1;
            }
            moved[term] = start(term) + shift;
        }
        return moved;
    }

    /** The first index of each term once rows are sorted by a column. */
    private static int[] starts(int terms, int[] rows, int[] column) {
        int[] starts = new int[terms + 2];
        for (int row : rows) {
            starts[column[row] + 1]++;
        }
        for (int term = 1; term < starts.length; term++) {
            starts[term] += starts[term - 1];
        }
        return starts;
    }

    /** Sorts rows by a column of term numbers, keeping the order of equal ones (counting sort). */
    static int[] sorted(int terms, int[] order, int[] column) {
        int[] next = starts(terms, order, column);
        int[] sorted = new int[order.length];
        for (int row : order) {
            sorted[next[column[row]]++] = row;
        }
        return sorted;
    }

    /** The values of rows in another order. */
    static int[] column(int[] order, int[] values) {
        int[] column = new int[order.length];
        for (int at = 0; at < order.length; at++) {
            column[at] = values[order[at]];
        }
        return column;
    }

    /** The first row of each term, the second and the third column. Not copied. */
    int[][] columns() {
        return new int[][] {starts, second, third};
    }

    /** The terms that have rows as first column. */
    int[] firsts() {
        return IntStream.range(0, starts.length - 1)
                .filter(term -> end(term) > start(term))
                .toArray();
    }

    int size() {
        return second.length;
    }

    int second(int row) {
        return second[row];
    }

    int third(int row) {
        return third[row];
    }

    /** The first row of a term as first column. Terms without number have no rows. */
    int start(int first) {
        return first < starts.length ? starts[first] : second.length;
    }

    /** The row after the last of a term as first column. */
    int end(int first) {
        return start(first + 1);
    }

    /** The first row of two terms, or where it would be. */
    int start(int first, int then) {
        return lower(second, start(first), end(first), then);
    }

    /**
     * The row after the last of two terms.
     *
     * @param start their first row, or where it would be
     */
    int end(int first, int then, int start) {
        int end = end(first);
        int low = start;
        int step = 1;
        // Most pairs of terms have few rows.
        while (step < end - low && second[low + step] <= then) {
            low += step;
            step *= 2;
        }
        return lower(second, low, low + Math.min(step, end - low), then + 1);
    }

    /** The row of three terms, or where it would be. */
    int row(int first, int then, int last) {
        int start = start(first, then);
        return lower(third, start, end(first, then, start), last);
    }

    /** Whether a row, which {@link #row} gave, has these terms. */
    boolean has(int row, int first, int then, int last) {
        return row < end(first) && second[row] == then && third[row] == last;
    }

    /** The first column of a row. */
    int first(int row) {
        int low = 1;
        int high = starts.length - 1;
        while (low < high) {
            int middle = low + high >>> 1;
            if (starts[middle] <= row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** The first index from which values of a sorted part of a column are not less than a value. */
    static int lower(int[] column, int from, int to, int value) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = low + high >>> 1;
            if (column[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
