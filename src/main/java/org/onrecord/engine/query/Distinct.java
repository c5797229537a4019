// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.query;

import java.util.HashSet;
import java.util.Set;
import org.onrecord.engine.row.Key;
import org.onrecord.engine.row.Scope;
import org.onrecord.engine.row.Step;

/** DISTINCT. */
final class Distinct implements Step {
    private final Scope scope;
    private final Step solutions;
    private final int[] places;
    private final Set<Key> seen = new HashSet<>();

    /** @param places the places of the variables that are compared */
    Distinct(Scope scope, Step solutions, int[] places) {
        this.scope = scope;
        this.solutions = solutions;
        this.places = places;
    }

    @Override
    public void open() {
        seen.clear();
        solutions.open();
    }

    @Override
    public boolean next() {
        while (solutions.next()) {
            if (seen.add(new Key(Plan.values(scope.row(), places)))) {
                scope.run().meter().chargeIds(places.length);
                return true;
            }
        }
        return false;
    }
}
