// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterProcessBinding;
import org.onrecord.guard.Budget;

/** Counts each row of an operator as a step, and charges it if the next operator buffers it. */
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
