// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.row;

import org.roaringbitmap.RoaringBitmap;

/** The distinct values that some columns of the rows have had so far. Not thread-safe. */
public interface Seen {
    /** Adds the values of the current row; returns whether they are new. */
    boolean add();

    /**
     * An empty set.
     *
     * @param places the places of the columns
     */
    static Seen of(Scope scope, int[] places) {
        return places.length == 1 ? new Numbers(scope, places[0]) : new Rows(scope, places);
    }

    /** Values of one column, as a compressed bitmap. */
    final class Numbers implements Seen {
        private static final int EMPTY_BYTES = 128;

        /** Memory of each of the first numbers, which may need a container of their own, and of the others. */
        private static final int FIRST_BYTES = 64;

        private static final int OTHER_BYTES = 4;
        private static final int FIRST = 256;

        private final RoaringBitmap numbers = new RoaringBitmap();
        private final Scope scope;
        private final int place;
        private int size;

        private Numbers(Scope scope, int place) {
            this.scope = scope;
            this.place = place;
            scope.run().meter().chargeMemory(EMPTY_BYTES);
        }

        @Override
        public boolean add() {
            boolean isNew = numbers.checkedAdd(scope.row()[place]);
            if (isNew) {
                scope.run().meter().step();
                scope.run().meter().chargeMemory(size++ < FIRST ? FIRST_BYTES : OTHER_BYTES);
            }
            return isNew;
        }
    }

    /** Values of several columns. */
    final class Rows implements Seen {
        private final RowSet rows;
        private final Scope scope;
        private final int[] places;
        private final int[] values;

        private Rows(Scope scope, int[] places) {
            this.rows = new RowSet(places.length, scope.run().meter());
            this.scope = scope;
            this.places = places;
            this.values = new int[places.length];
        }

        @Override
        public boolean add() {
            int before = rows.size();
            for (int at = 0; at < places.length; at++) {
                values[at] = scope.row()[places[at]];
            }
            return rows.number(values) == before;
        }
    }
}
