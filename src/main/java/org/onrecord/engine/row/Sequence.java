// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.row;

import java.util.List;

/** Steps as nested loops, the first outermost. */
public final class Sequence implements Step {
    private final Step[] steps;
    private int at;
    private boolean begun;

    public Sequence(List<Step> steps) {
        this.steps = steps.toArray(Step[]::new);
    }

    @Override
    public void open() {
        begun = false;
    }

    @Override
    public boolean next() {
        if (!begun) {
            begun = true;
            if (steps.length == 0) {
                return true;
            }
            at = 0;
            steps[0].open();
        } else if (steps.length == 0) {
            return false;
        }
        while (at >= 0) {
            if (!steps[at].next()) {
                at--;
            } else if (at == steps.length - 1) {
                return true;
            } else {
                steps[++at].open();
            }
        }
        return false;
    }
}
