// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.row;

import java.util.Arrays;

/** A list of term numbers that can be a set. Charges its memory. Not thread-safe. */
public final class Ids {
    private final Meter meter;
    private int[] values = new int[8];
    private int[] table = new int[16];
    private int size;
    private long charged;

    public Ids(Meter meter) {
        this.meter = meter;
    }

    public int size() {
        return size;
    }

    public int get(int index) {
        return values[index];
    }

    /** Appends a number, which may be there. */
    public void append(int id) {
        meter.step();
        if (size == values.length) {
            charge(4L * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = id;
    }

    /** Adds a number to a set; false if it is there. */
    public boolean add(int id) {
        int slot = slot(id);
        if (table[slot] != 0) {
            return false;
        }
        append(id);
        table[slot] = id;
        if (2 * size > table.length) {
            charge(4L * table.length);
            table = new int[2 * table.length];
            for (int at = 0; at < size; at++) {
                table[slot(values[at])] = values[at];
            }
        }
        return true;
    }

    /** How often the list has a number; at most once if it is a set. */
    public int count(int id) {
        if (size > 0 && table[slot(values[0])] != 0) {
            return table[slot(id)] == 0 ? 0 : 1;
        }
        int count = 0;
        for (int at = 0; at < size; at++) {
            count += values[at] == id ? 1 : 0;
        }
        return count;
    }

    /** Releases the memory. */
    public void close() {
        meter.release(charged);
        charged = 0;
    }

    private void charge(long bytes) {
        meter.chargeMemory(bytes);
        charged += bytes;
    }

    private int slot(int id) {
        int slot = id * 0x9E3779B9 >>> 8 & table.length - 1;
        while (table[slot] != 0 && table[slot] != id) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }
}
