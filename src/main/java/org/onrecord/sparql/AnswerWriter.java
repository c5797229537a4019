// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sparql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RDFWriterRegistry;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.resultset.ResultsWriter;
import org.onrecord.guard.BoundedOutput;
import org.onrecord.guard.Budget;
import org.onrecord.http.ProblemException;
import org.onrecord.http.ProblemType;
import org.onrecord.query.Answer;
import org.onrecord.vocabulary.Format;
import org.onrecord.vocabulary.Namespace;
import org.onrecord.vocabulary.XmlText;

/**
 * Runs a query and serializes its answer, charging a budget for each row and byte.
 *
 * @param format a format for this type of query
 * @param budget the budget of the query
 */
record AnswerWriter(Format format, Budget budget) {
    private static final String FORMULAS = "=+-@\t\r";

    BoundedOutput write(Query query, QueryExec execution) {
        BoundedOutput out = new BoundedOutput(budget);
        if (query.isSelectType()) {
            rows(execution.select(), out);
        } else if (query.isAskType()) {
            ResultsWriter.create().lang(format.lang()).build().write(out, execution.ask());
        } else {
            graph(new Asking(budget).triples(query, execution), out);
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
        UnaryOperator<Binding> cells = cells();
        Iterator<Binding> counted = Iter.map(rows, row -> {
            budget.answerRow();
            if (format == Format.TEXT) {
                budget.chargeRow(row.size());
            }
            return cells.apply(row);
        });
        RowSet whole = RowSetStream.create(rows.getResultVars(), counted);
        if (format == Format.SPARQL_JSON || format == Format.JSON) {
            JsonRows.write(out, whole, budget);
        } else {
            ResultsWriter.create().lang(format.lang()).build().write(out, whole);
        }
    }

    private UnaryOperator<Binding> cells() {
        Map<Node, Node> labels = new HashMap<>();
        return switch (format) {
            case CSV -> row -> changed(row, value -> labelled(value, labels));
            case SPREADSHEET -> row -> changed(row, value -> defused(labelled(value, labels)));
            case SPARQL_XML, XML -> row -> changed(row, AnswerWriter::fitForXml);
            default -> row -> row;
        };
    }

    private static Binding changed(Binding row, UnaryOperator<Node> change) {
        BindingBuilder builder = Binding.builder();
        row.forEach((variable, value) -> builder.add(variable, change.apply(value)));
        return builder.build();
    }

    /** Jena writes blank nodes in CSV without {@code _:} (SPARQL 1.1 CSV, section 3.2). */
    private Node labelled(Node value, Map<Node, Node> labels) {
        if (!value.isBlank()) {
            return value;
        }
        return labels.computeIfAbsent(value, node -> {
            budget.chargeRow(1);
            return NodeFactory.createLiteralString("_:b" + labels.size());
        });
    }

    /** XML 1.0 cannot express most control characters. */
    private static Node fitForXml(Node value) {
        if (value.isLiteral()
                && XmlText.INVALID.matcher(value.getLiteralLexicalForm()).find()) {
            throw new ProblemException(
                    ProblemType.NOT_ACCEPTABLE,
                    "This answer cannot be written as XML, because a text in it has a control character. Ask for JSON.");
        }
        return value;
    }

    /** Adds an apostrophe to a cell that a spreadsheet would interpret as a formula. */
    private static Node defused(Node value) {
        boolean formula = value.isLiteral()
                && !value.getLiteralLexicalForm().isEmpty()
                && FORMULAS.indexOf(value.getLiteralLexicalForm().charAt(0)) >= 0
                && !NodeValue.makeNode(value).isNumber();
        return formula ? NodeFactory.createLiteralString("'" + value.getLiteralLexicalForm()) : value;
    }

    private void graph(Graph graph, BoundedOutput out) {
        Namespace.PREFIXES.forEach(graph.getPrefixMapping()::setNsPrefix);
        try {
            RDFWriter.source(graph).format(plain(format)).output(out);
        } catch (QueryCancelledException e) {
            throw e;
        } catch (JenaException e) {
            throw new ProblemException(
                    ProblemType.NOT_ACCEPTABLE,
                    "This answer cannot be written as %s, because that cannot hold all of its names. Ask for text/turtle."
                            .formatted(format.mediaType()));
        }
    }

    /** The streaming or plain variant of a format. */
    private static RDFFormat plain(Format format) {
        return switch (format) {
            case TURTLE -> RDFFormat.TURTLE_BLOCKS;
            case TRIG -> RDFFormat.TRIG_BLOCKS;
            case RDFXML -> RDFFormat.RDFXML_PLAIN;
            case JSONLD, JSON -> RDFFormat.JSONLD11_PLAIN;
            default -> RDFWriterRegistry.defaultSerialization(format.lang());
        };
    }

    /**
     * Reads an answer into memory, charging a budget for each row and triple.
     *
     * @param budget the budget of the query
     */
    record Asking(Budget budget) {
        Answer answer(Query query, QueryExec execution) {
            if (query.isAskType()) {
                return new Answer.BooleanAnswer(execution.ask());
            }
            return query.isSelectType() ? rows(execution.select()) : new Answer.Triples(triples(query, execution));
        }

        private Answer rows(RowSet found) {
            List<Binding> rows = new ArrayList<>();
            found.forEachRemaining(row -> {
                budget.answerRow();
                budget.chargeRow(row.size());
                rows.add(row);
            });
            return new Answer.Rows(found.getResultVars(), rows);
        }

        /** The result of CONSTRUCT or DESCRIBE. */
        Graph triples(Query query, QueryExec execution) {
            return query.isDescribeType() ? described(execution) : constructed(execution);
        }

        private Graph constructed(QueryExec execution) {
            Graph graph = GraphMemFactory.createDefaultGraph();
            for (Iterator<Triple> triples = execution.constructTriples(); triples.hasNext(); ) {
                Triple triple = triples.next();
                budget.step();
                if (!graph.contains(triple)) {
                    budget.chargeRow(3);
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
}
