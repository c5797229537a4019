// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.query;

import java.util.List;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIter;
import org.onrecord.engine.row.Run;

/** The solutions of a plan with their terms. */
final class QueryRows extends QueryIter {
    private final Plan plan;
    private final List<Var> variables;
    private final int[] places;
    private boolean opened;
    private boolean read;
    private boolean more;

    QueryRows(Plan plan, ExecutionContext context) {
        super(context);
        this.plan = plan;
        this.variables = plan.variables().stream()
                .filter(variable -> variable.isNamedVar())
                .toList();
        this.places = plan.places(variables);
    }

    @Override
    protected boolean hasNextBinding() {
        if (!opened) {
            opened = true;
            plan.step().open();
        }
        if (!read) {
            read = true;
            more = plan.step().next();
        }
        return more;
    }

    @Override
    protected Binding moveToNextBinding() {
        read = false;
        Run run = plan.scope().run();
        int[] row = plan.scope().row();
        BindingBuilder builder = BindingFactory.builder();
        for (int column = 0; column < places.length; column++) {
            if (row[places[column]] != 0) {
                builder.add(variables.get(column), run.term(row[places[column]]));
            }
        }
        return builder.build();
    }

    @Override
    protected void closeIterator() {
        more = false;
        read = true;
        opened = true;
    }

    @Override
    protected void requestCancel() {}
}
