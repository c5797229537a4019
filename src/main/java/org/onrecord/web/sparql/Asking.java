// SPDX-License-Identifier: Apache-2.0
package org.onrecord.web.sparql;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.onrecord.guard.Budget;
import org.onrecord.query.Answer;

/**
 * Reads a whole answer into memory, charging a budget for each row and triple that is kept.
 *
 * @param budget is charged
 */
record Asking(Budget budget) {
    Answer answer(Query query, QueryExec execution) {
        if (query.isAskType()) {
            return new Answer.Truth(execution.ask());
        }
        return query.isSelectType() ? rows(execution.select()) : new Answer.Triples(triples(query, execution));
    }

    private Answer rows(RowSet found) {
        List<Binding> rows = new ArrayList<>();
        found.forEachRemaining(row -> {
            budget.answerRow();
            budget.keepRow(row.size());
            rows.add(row);
        });
        return new Answer.Rows(found.getResultVars(), rows);
    }

    /** The answer to a CONSTRUCT or DESCRIBE. */
    Graph triples(Query query, QueryExec execution) {
        return query.isDescribeType() ? described(execution) : constructed(execution);
    }

    private Graph constructed(QueryExec execution) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        for (Iterator<Triple> triples = execution.constructTriples(); triples.hasNext(); ) {
            Triple triple = triples.next();
            budget.step();
            if (!graph.contains(triple)) {
                budget.keepRow(3);
                budget.answerRow();
                graph.add(triple);
            }
        }
        return graph;
    }

    private Graph described(QueryExec execution) {
        Graph graph = execution.describe();
        graph.find().forEachRemaining(triple -> budget.answerRow());
        return graph;
    }
}
