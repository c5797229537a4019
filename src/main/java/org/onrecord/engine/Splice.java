// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

/**
 * Rows that are inserted into a sorted column and rows that are left out. Everything else is copied as it is.
 *
 * @param at for each edit, ascending: the old row that is left out, or the old row before which one is inserted
 * @param inserted whether each edit inserts a row
 */
@SuppressWarnings("ArrayRecordComponent")
record Splice(int[] at, boolean[] inserted) {
    /** The number of rows after the edits. */
    int size(int rows) {
        int size = rows;
        for (boolean insertion : inserted) {
            size += insertion ? 1 : -1;
        }
        return size;
    }

    /**
     * A column after the edits.
     *
     * @param values the value of each edit that inserts a row
     */
    int[] column(int[] before, int[] values) {
        int[] after = new int[size(before.length)];
        int from = 0;
        int to = 0;
        for (int edit = 0; edit < at.length; edit++) {
            int kept = at[edit] - from;
            System.arraycopy(before, from, after, to, kept);
            from += kept;
            to += kept;
            if (inserted[edit]) {
                after[to++] = values[edit];
            } else {
                from++;
            }
        }
        System.arraycopy(before, from, after, to, before.length - from);
        return after;
    }

    /** The new row of each old one; that of a row that is left out means nothing. */
    int[] moved(int rows) {
        int[] moved = new int[rows];
        int shift = 0;
        int edit = 0;
        for (int row = 0; row < rows; row++) {
            for (; edit < at.length && at[edit] == row && inserted[edit]; edit++) {
                shift++;
            }
            moved[row] = row + shift;
            for (; edit < at.length && at[edit] == row; edit++) {
                shift--;
            }
        }
        return moved;
    }

    /** The new row of each edit that inserts one. */
    int[] insertedRows() {
        int[] rows = new int[at.length];
        int shift = 0;
        for (int edit = 0; edit < at.length; edit++) {
            rows[edit] = at[edit] + shift;
            shift += inserted[edit] ? 1 : -1;
        }
        return rows;
    }
}
