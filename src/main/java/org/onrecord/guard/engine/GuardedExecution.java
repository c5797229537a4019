// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.engine.main.StageBuilder;
import org.apache.jena.sparql.engine.main.StageGenerator;
import org.apache.jena.sparql.engine.main.StageGeneratorGeneric;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderLib;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderProc;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderTransformation;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;
import org.onrecord.engine.query.QueryEngines;
import org.onrecord.guard.Budget;

/** Creates query executions with a budget. */
public final class GuardedExecution {
    private static final FunctionRegistry FUNCTIONS = new StandardFunctions();
    private static final PropertyFunctionRegistry NO_PROPERTY_FUNCTIONS = new NoPropertyFunctions();
    private static final QueryEngineRegistry ENGINES = engines();
    private static final StageGenerator PATTERNS = new Patterns();

    private GuardedExecution() {}

    /**
     * Creates an execution. It must be used in the budget's thread, and closed.
     *
     * @param services the endpoints that SERVICE may ask
     */
    public static QueryExec of(Inspection inspected, DatasetGraph dataset, Budget budget, Services services) {
        Context context = ARQ.getContext().copy();
        context.set(Budget.SYMBOL, budget);
        context.set(Inspection.ALGEBRA, inspected.algebra());
        context.set(ARQ.enablePropertyFunctions, false);
        context.set(ARQ.optExprConstantFolding, false);
        FunctionRegistry.set(context, FUNCTIONS);
        PropertyFunctionRegistry.set(context, NO_PROPERTY_FUNCTIONS);
        QueryEngineRegistry.set(context, ENGINES);
        services.install(context, budget.limit());
        QC.setFactory(context, GuardedExecutor::new);
        StageBuilder.setGenerator(context, PATTERNS);
        AtomicBoolean cancel = Context.getOrSetCancelSignal(context);
        budget.onCancel(() -> cancel.set(true));
        return QueryExec.dataset(new CountingDataset(dataset, budget))
                .query(inspected.query())
                .context(context)
                .build();
    }

    private static QueryEngineRegistry engines() {
        QueryEngineRegistry registry = new QueryEngineRegistry();
        registry.add(new QueryEngines(dataset -> true, GuardedEngine::new));
        return registry;
    }

    /** Matches triple patterns in a {@link SafeOrder}. */
    private static final class Patterns extends StageGeneratorGeneric {
        @Override
        protected QueryIterator execute(
                BasicPattern pattern, ReorderTransformation order, QueryIterator input, ExecutionContext context) {
            return super.execute(pattern, new SafeOrder(order), input, context);
        }
    }

    /** Jena's order of triple patterns, except where a variable has given a predicate that is no IRI: Jena fails for these. */
    private record SafeOrder(ReorderTransformation order) implements ReorderTransformation {
        @Override
        public ReorderProc reorderIndexes(BasicPattern pattern) {
            return hasSolutions(pattern) ? order.reorderIndexes(pattern) : ReorderLib.identityProc();
        }

        @Override
        public BasicPattern reorder(BasicPattern pattern) {
            return reorderIndexes(pattern).reorder(pattern);
        }

        private static boolean hasSolutions(BasicPattern pattern) {
            return pattern.getList().stream()
                    .map(Triple::getPredicate)
                    .allMatch(predicate -> predicate.isURI() || predicate.isVariable());
        }
    }

    /**
     * A registry without property functions. Jena's empty registry would still load classes named by {@code java:}
     * IRIs.
     */
    private static final class NoPropertyFunctions extends PropertyFunctionRegistry {
        @Override
        public boolean manages(String iri) {
            return false;
        }

        @Override
        public @Nullable PropertyFunctionFactory get(String iri) {
            return null;
        }
    }
}
