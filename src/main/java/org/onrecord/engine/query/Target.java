// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.query;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.onrecord.engine.Store;
import org.onrecord.engine.StoredDataset;
import org.onrecord.engine.StoredGraph;
import org.onrecord.engine.row.Meter;
import org.onrecord.engine.row.NotSupportedException;
import org.onrecord.engine.row.Run;
import org.onrecord.engine.row.Term;

/**
 * What a query is evaluated over.
 *
 * @param store the store
 * @param graph the default graph: the number of a named graph, or 0 for the union of all
 * @param hasNamed whether GRAPH sees the named graphs
 */
public record Target(Store store, int graph, boolean hasNamed) {
    /** The target of a dataset, if it is a stored dataset or its default graph is a stored graph. */
    public static Optional<Target> of(DatasetGraph dataset) {
        if (dataset instanceof StoredDataset stored) {
            return Optional.of(new Target(stored.store(), 0, true));
        }
        return dataset.getDefaultGraph() instanceof StoredGraph stored
                ? Optional.of(new Target(stored.store(), stored.name(), false))
                : Optional.empty();
    }

    /**
     * Splits conditions of an algebra, so that each can be tested as early as its variables allow, and optimises the patterns
     * within expressions, which are left to Jena: it fails for some that are not optimised.
     *
     * @param optimiser Jena's
     */
    public static Op prepared(Op op, UnaryOperator<Op> optimiser) {
        return Transformer.transform(new Preparation(optimiser), op);
    }

    /**
     * The solutions of a query.
     *
     * @param op the algebra as {@link #prepared}, not optimised by Jena
     * @return empty if the query has an operator that is not supported
     */
    public Optional<QueryIterator> solutions(Op op, Meter meter, ExecutionContext context) {
        try {
            Run run = new Run(store, hasNamed, meter, context);
            Term active = graph == 0 ? Term.ANY : Term.constant(graph);
            return Optional.of(new QueryRows(Plan.of(op, run, active), context));
        } catch (NotSupportedException e) {
            return Optional.empty();
        }
    }
}
