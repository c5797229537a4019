// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterProcessBinding;
import org.onrecord.guard.Budget;

/** Rows of an operator, each of which is a step, and is charged if the operator above keeps it in memory. */
final class GuardedRows extends QueryIterProcessBinding {
    private final boolean buffered;
    private final Budget budget;

    GuardedRows(QueryIterator rows, boolean buffered, Budget budget, ExecutionContext context) {
        super(rows, context);
        this.buffered = buffered;
        this.budget = budget;
    }

    @Override
    public Binding accept(Binding row) {
        if (buffered) {
            budget.chargeRow(row.size());
        } else {
            budget.step();
        }
        return row;
    }
}
