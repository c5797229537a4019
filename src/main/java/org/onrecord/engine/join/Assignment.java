// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.join;

import java.util.BitSet;
import org.onrecord.engine.row.Expression;
import org.onrecord.engine.row.Scope;
import org.onrecord.engine.row.Step;
import org.onrecord.engine.row.Term;

/** BIND: gives a variable the value of an expression; it stays unbound if that is an error (SPARQL 1.1, section 18.5). */
public final class Assignment implements JoinPart {
    private final Variables variables;
    private final Scope scope;
    private final int place;
    private final Expression expression;

    /** @param place the place of the variable */
    public Assignment(Scope scope, int place, Expression expression) {
        this.variables = new Variables(
                Term.variable(place).places(), new BitSet(), expression.reads(), new BitSet(), new BitSet());
        this.scope = scope;
        this.place = place;
        this.expression = expression;
    }

    @Override
    public Kind kind() {
        return Kind.TEST;
    }

    @Override
    public Variables variables() {
        return variables;
    }

    @Override
    public double rows(BitSet bound) {
        return 1;
    }

    @Override
    public Step step(BitSet bound) {
        return new Assign(scope.row());
    }

    private final class Assign implements Step {
        private final int[] row;
        private boolean done;
        private boolean set;

        Assign(int[] row) {
            this.row = row;
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
}
