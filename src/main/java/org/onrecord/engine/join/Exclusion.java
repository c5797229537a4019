// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.join;

import java.util.BitSet;
import org.onrecord.engine.row.Once;
import org.onrecord.engine.row.Scope;
import org.onrecord.engine.row.Step;

/** MINUS: no row of a table is compatible with the current row and shares a variable with it (SPARQL 1.1, section 18.5). */
public final class Exclusion implements JoinPart {
    private final Variables variables;
    private final Scope scope;
    private final Table table;

    /** @param table the right side, with the variables that both sides have */
    public Exclusion(Scope scope, Table table) {
        this.variables = Variables.read(table.variables().binds());
        this.scope = scope;
        this.table = table;
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
        int[] row = scope.row();
        return new Once(() -> !table.excludes(row));
    }
}
