// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterProcessBinding;
import org.onrecord.guard.Budget;

/** Rows that the operator above keeps in memory, each of which is charged as it passes. */
final class KeptRows extends QueryIterProcessBinding {
    private final Budget budget;

    KeptRows(QueryIterator rows, Budget budget, ExecutionContext context) {
        super(rows, context);
        this.budget = budget;
    }

    @Override
    public Binding accept(Binding row) {
        budget.keepRow(row.size());
        return row;
    }
}
