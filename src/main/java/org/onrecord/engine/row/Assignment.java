// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.row;

/** Gives a variable the value of an expression, unless it is an error; a variable that is bound must have this value. */
public final class Assignment implements Step {
    private final int[] row;
    private final int place;
    private final Expression expression;
    private boolean done;
    private boolean set;

    /** @param place the place of the variable in the row */
    public Assignment(int[] row, int place, Expression expression) {
        this.row = row;
        this.place = place;
        this.expression = expression;
    }

    @Override
    public void open() {
        done = false;
        set = false;
    }

    @Override
    public boolean next() {
        if (done) {
            if (set) {
                row[place] = 0;
                set = false;
            }
            return false;
        }
        done = true;
        int value = expression.id();
        if (value == 0 || row[place] == value) {
            return true;
        }
        set = row[place] == 0;
        if (set) {
            row[place] = value;
        }
        return set;
    }
}
