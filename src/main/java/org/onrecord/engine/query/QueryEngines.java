// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.query;

import java.util.function.Predicate;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineBase;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.util.Context;

/**
 * Creates engines for queries. Algebra expressions by themselves are not accepted.
 *
 * @param datasets the datasets that the engine is for
 * @param creator creates an engine
 */
public record QueryEngines(Predicate<DatasetGraph> datasets, Creator creator) implements QueryEngineFactory {
    /** Creates an engine for one execution. */
    public interface Creator {
        /** Creates the engine. */
        QueryEngineBase create(Query query, DatasetGraph dataset, Binding input, Context context);
    }

    @Override
    public boolean accept(Query query, DatasetGraph dataset, Context context) {
        return datasets.test(dataset);
    }

    @Override
    public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
        return creator.create(query, dataset, input, context).getPlan();
    }

    @Override
    public boolean accept(Op op, DatasetGraph dataset, Context context) {
        return false;
    }

    @Override
    public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
        throw new UnsupportedOperationException("Only queries are supported");
    }
}
