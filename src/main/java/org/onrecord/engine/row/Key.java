// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.row;

import java.util.Arrays;

/** Term numbers as the key of a map. */
public final class Key {
    private final int[] ids;

    /** @param ids the numbers, which must not be modified afterwards */
    public Key(int[] ids) {
        this.ids = ids;
    }

    /** The number of a column. */
    public int id(int column) {
        return ids[column];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key key && Arrays.equals(ids, key.ids);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ids) * 0x9E3779B9;
    }
}
