// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.row;

import java.util.Arrays;

/** Distinct rows of term numbers, numbered from 0 in the order in which they were added. Not thread-safe. */
public final class RowSet {
    private static final int FIRST_CAPACITY = 16;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final int columns;
    private final Meter meter;

    /** The rows, one after another. */
    private int[] ids;

    /** A hash table with open addressing: the number of a row plus 1, or 0. */
    private int[] slots;

    private int size;

    /** Creates an empty set. */
    public RowSet(int columns, Meter meter) {
        this.columns = columns;
        this.meter = meter;
        this.ids = new int[columns * FIRST_CAPACITY / 2];
        this.slots = new int[FIRST_CAPACITY];
        meter.chargeMemory(bytes());
    }

    private long bytes() {
        return (long) Integer.BYTES * (ids.length + slots.length);
    }

    /** Number of rows. */
    public int size() {
        return size;
    }

    /** The number of a row, which is added if it is new. */
    public int number(int... row) {
        int slot = slot(row, 0);
        if (slots[slot] == 0) {
            if (size == slots.length / 2) {
                grow();
                slot = slot(row, 0);
            }
            System.arraycopy(row, 0, ids, size * columns, columns);
            slots[slot] = ++size;
            meter.step();
        }
        return slots[slot] - 1;
    }

    /** The term number in a column of a row. */
    public int id(int row, int column) {
        return ids[row * columns + column];
    }

    /** The slot that has a row, which begins at an index of an array, or the free one for it. */
    private int slot(int[] from, int start) {
        long hash = 0;
        for (int at = start; at < start + columns; at++) {
            hash = (hash + from[at]) * MIX;
            hash ^= hash >>> Integer.SIZE;
        }
        int slot = (int) hash & (slots.length - 1);
        while (slots[slot] != 0 && !isEqual(slots[slot] - 1, from, start)) {
            meter.step();
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean isEqual(int number, int[] from, int start) {
        int row = number * columns;
        return Arrays.equals(ids, row, row + columns, from, start, start + columns);
    }

    private void grow() {
        meter.chargeMemory(bytes());
        ids = Arrays.copyOf(ids, 2 * ids.length);
        slots = new int[2 * slots.length];
        for (int number = 0; number < size; number++) {
            slots[slot(ids, number * columns)] = number + 1;
        }
    }
}
