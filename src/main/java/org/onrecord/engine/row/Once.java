// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.row;

import java.util.function.BooleanSupplier;

/** A step with at most one solution, which binds nothing. */
public final class Once implements Step {
    private final BooleanSupplier test;
    private boolean done;

    /** @param test whether the current row is a solution */
    public Once(BooleanSupplier test) {
        this.test = test;
    }

    @Override
    public void open() {
        done = false;
    }

    @Override
    public boolean next() {
        if (done) {
            return false;
        }
        done = true;
        return test.getAsBoolean();
    }
}
