// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.query;

import org.onrecord.engine.row.Scope;
import org.onrecord.engine.row.Seen;
import org.onrecord.engine.row.Step;

/** DISTINCT. */
final class Distinct implements Step {
    private final Scope scope;
    private final Step solutions;
    private final int[] places;
    private Seen seen;

    /** @param places the places of the variables that are compared */
    Distinct(Scope scope, Step solutions, int[] places) {
        this.scope = scope;
        this.solutions = solutions;
        this.places = places;
        this.seen = Seen.of(scope, places);
    }

    @Override
    public void open() {
        seen = Seen.of(scope, places);
        solutions.open();
    }

    @Override
    public boolean next() {
        while (solutions.next()) {
            if (seen.add()) {
                return true;
            }
        }
        return false;
    }
}
