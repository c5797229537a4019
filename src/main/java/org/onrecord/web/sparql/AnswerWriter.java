// SPDX-License-Identifier: Apache-2.0
package org.onrecord.web.sparql;

import java.util.Iterator;
import java.util.function.UnaryOperator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.resultset.ResultsWriter;
import org.onrecord.guard.BoundedOutput;
import org.onrecord.guard.Budget;
import org.onrecord.vocabulary.Namespace;
import org.onrecord.web.problem.Problem;
import org.onrecord.web.problem.ProblemException;
import org.onrecord.web.problem.ProblemType;

/**
 * Runs a query and writes its whole answer, charging a budget for each row and byte.
 *
 * @param format fits the query
 * @param budget is charged
 */
record AnswerWriter(ResultFormat format, Budget budget) {
    private static final String FORMULAS = "=+-@\t\r";

    BoundedOutput write(Query query, QueryExec execution) {
        BoundedOutput out = new BoundedOutput(budget);
        if (query.isSelectType()) {
            rows(execution.select(), out);
        } else if (query.isAskType()) {
            ResultsWriter.create().lang(format.rows()).build().write(out, execution.ask());
        } else {
            graph(query.isDescribeType() ? described(execution) : constructed(execution), out);
        }
        return out;
    }

    /** Writes a graph in the format. */
    BoundedOutput write(Graph graph) {
        BoundedOutput out = new BoundedOutput(budget);
        graph(graph, out);
        return out;
    }

    private void rows(RowSet rows, BoundedOutput out) {
        UnaryOperator<Binding> cells = format == ResultFormat.SPREADSHEET ? AnswerWriter::defused : row -> row;
        Iterator<Binding> counted = Iter.map(rows, row -> {
            budget.answerRow();
            if (format == ResultFormat.TEXT) {
                budget.keepRow(row.size());
            }
            return cells.apply(row);
        });
        RowSet whole = RowSetStream.create(rows.getResultVars(), counted);
        ResultsWriter.create().lang(format.rows()).build().write(out, whole);
    }

    /** Cells that a spreadsheet would take for formulas begin with an apostrophe, which it takes for text. */
    private static Binding defused(Binding row) {
        BindingBuilder builder = Binding.builder();
        for (Iterator<Var> vars = row.vars(); vars.hasNext(); ) {
            Var var = vars.next();
            Node value = row.get(var);
            boolean formula = value.isLiteral()
                    && !value.getLiteralLexicalForm().isEmpty()
                    && FORMULAS.indexOf(value.getLiteralLexicalForm().charAt(0)) >= 0
                    && !NodeValue.makeNode(value).isNumber();
            builder.add(var, formula ? NodeFactory.createLiteralString("'" + value.getLiteralLexicalForm()) : value);
        }
        return builder.build();
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

    private void graph(Graph graph, BoundedOutput out) {
        Namespace.PREFIXES.forEach(graph.getPrefixMapping()::setNsPrefix);
        try {
            RDFWriter.source(graph).format(format.triples()).output(out);
        } catch (QueryCancelledException e) {
            throw e;
        } catch (JenaException e) {
            throw new ProblemException(Problem.of(
                    ProblemType.NOT_ACCEPTABLE,
                    "This answer cannot be written as %s, because that cannot hold all of its names. Ask for text/turtle."
                            .formatted(format.mediaType())));
        }
    }
}
