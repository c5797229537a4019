// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.join;

import java.util.BitSet;
import org.onrecord.engine.Store;
import org.onrecord.engine.row.Scope;
import org.onrecord.engine.row.Step;
import org.onrecord.engine.row.Term;

/** GRAPH: its term is the name of a graph. */
public final class GraphName implements JoinPart {
    private final Variables variables;
    private final Scope scope;
    private final Store store;
    private final Term name;

    public GraphName(Scope scope, Term name) {
        this.variables = Variables.bound(name.places());
        this.scope = scope;
        this.store = scope.run().store();
        this.name = name;
    }

    @Override
    public Variables variables() {
        return variables;
    }

    @Override
    public double rows(BitSet bound) {
        return name.isIn(bound) || name.isConstant() ? 1 : store.graphs();
    }

    @Override
    public Step step(BitSet bound) {
        return new Names(scope.row());
    }

    private final class Names implements Step {
        private final int[] row;
        private int at;
        private boolean free;

        Names(int[] row) {
            this.row = row;
        }

        @Override
        public void open() {
            free = name.value(row) == 0;
            at = 0;
        }

        @Override
        public boolean next() {
            scope.run().meter().step();
            if (!free) {
                return at++ == 0 && store.isGraph(name.value(row));
            }
            if (at == store.graphs()) {
                name.clear(row);
                return false;
            }
            row[name.place()] = store.graph(at++);
            return true;
        }
    }
}
