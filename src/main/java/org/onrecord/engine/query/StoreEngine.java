// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.query;

import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.optimize.TransformPropertyFunction;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.util.Context;
import org.onrecord.engine.row.Meter;

/** Jena's query engine, which evaluates queries over stored datasets and graphs on term numbers where it can. */
public final class StoreEngine extends QueryEngineMain {
    private StoreEngine(Query query, DatasetGraph dataset, Binding input, Context context) {
        super(query, dataset, input, context);
    }

    /** Registers the engine with Jena. */
    static void install() {
        QueryEngineRegistry.addFactory(
                new QueryEngines(dataset -> Target.of(dataset).isPresent(), StoreEngine::new));
    }

    @Override
    protected Op modifyOp(Op op) {
        return op;
    }

    @Override
    public QueryIterator eval(Op op, DatasetGraph dataset, Binding input, Context context) {
        ExecutionContext execution = ExecutionContext.create(dataset, context);
        Meter meter = new Cancellation(execution);
        Op functions = Target.prepared(
                TransformPropertyFunction.transform(op, context), pattern -> Algebra.optimize(pattern, context));
        return Target.of(dataset)
                .filter(target -> input.isEmpty())
                .flatMap(target -> target.solutions(functions, meter, execution))
                .orElseGet(() -> super.eval(super.modifyOp(op), dataset, input, context));
    }

    /**
     * Stops a cancelled query; counts nothing.
     *
     * @param context tells whether the query was cancelled
     */
    private record Cancellation(ExecutionContext context) implements Meter {
        @Override
        public void step() {
            if (context.getCancelSignal() != null && context.getCancelSignal().get()) {
                throw new QueryCancelledException();
            }
        }

        @Override
        public void chargeMemory(long bytes) {}

        @Override
        public void release(long bytes) {}
    }
}
