// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.resultset.ResultsWriter;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Format;
import org.onrecord.vocabulary.Namespace;

/** The complete result of a query, held in memory. */
public sealed interface Answer {
    /** Runs a query on a dataset. */
    static Answer of(Query query, DatasetGraph dataset) {
        return of(query, QueryExec.dataset(dataset).query(query).build());
    }

    /** Runs and closes an execution. */
    static Answer of(Query query, QueryExec execution) {
        try (execution) {
            if (query.isAskType()) {
                return new BooleanAnswer(execution.ask());
            }
            if (query.isSelectType()) {
                RowSet found = execution.select();
                List<Binding> rows = new ArrayList<>();
                found.forEachRemaining(rows::add);
                return new Rows(found.getResultVars(), rows);
            }
            return new Triples(query.isDescribeType() ? execution.describe() : execution.construct());
        }
    }

    /**
     * The answer in a format.
     *
     * @param base the base of IRIs that a text table shows as {@code kind/slug}
     * @throws org.apache.jena.riot.RiotException if the format does not
     */
    String text(Format format, BaseIri base);

    /**
     * Result of SELECT.
     *
     * @param variables the columns
     * @param rows the rows, in order
     */
    record Rows(List<Var> variables, List<Binding> rows) implements Answer {
        public Rows {
            variables = List.copyOf(variables);
            rows = List.copyOf(rows);
        }

        @Override
        public String text(Format format, BaseIri base) {
            if (format == Format.TEXT) {
                return new TextTable(base).text(this);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ResultsWriter.create().lang(format.lang()).write(out, RowSetStream.create(variables, rows.iterator()));
            return out.toString(StandardCharsets.UTF_8);
        }
    }

    /**
     * Result of ASK.
     *
     * @param value the result
     */
    record BooleanAnswer(boolean value) implements Answer {
        @Override
        public String text(Format format, BaseIri base) {
            if (format == Format.TEXT) {
                return value ? "yes\n" : "no\n";
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ResultsWriter.create().lang(format.lang()).build().write(out, value);
            return out.toString(StandardCharsets.UTF_8);
        }
    }

    /**
     * Result of CONSTRUCT or DESCRIBE.
     *
     * @param graph the triples
     */
    record Triples(Graph graph) implements Answer {
        @Override
        public String text(Format format, BaseIri base) {
            Graph written = GraphMemFactory.createDefaultGraph();
            graph.find().forEachRemaining(written::add);
            Namespace.PREFIXES.forEach((prefix, namespace) -> {
                if (written.stream().anyMatch(triple -> uses(triple, namespace))) {
                    written.getPrefixMapping().setNsPrefix(prefix, namespace);
                }
            });
            return RDFWriter.source(written).lang(format.lang()).asString();
        }

        private static boolean uses(Triple triple, String namespace) {
            return Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
                    .anyMatch(node -> node.isURI() && node.getURI().startsWith(namespace)
                            || node.isLiteral() && node.getLiteralDatatypeURI().startsWith(namespace));
        }
    }
}
