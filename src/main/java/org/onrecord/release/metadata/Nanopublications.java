// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.metadata;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.modify.request.QuadAcc;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.Template;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.release.CanonicalLines;
import org.onrecord.release.form.ReleaseFile;
import org.onrecord.release.form.TurtleForm;
import org.onrecord.release.line.TripleLine;
import org.onrecord.vocabulary.Rec;

/**
 * A nanopublication for each statement (nanopub.net, guidelines): four graphs, each constructed by a query, named by
 * fragments of the statement IRI. A query is evaluated for many statements at once. No trusty URIs: the release hashes already identify the content.
 */
public final class Nanopublications {
    /** The file name in an export. */
    public static final String NAME = "nanopublications.trig";

    private static final List<String> PARTS = List.of("head", "assertion", "provenance", "pubinfo");
    private static final Var STATEMENT = Var.alloc("statement");

    /** The number of statements of a query. */
    private static final int BATCH = 500;

    private Nanopublications() {}

    /** Writes the nanopublications, sorted by statement IRI. */
    public static List<ReleaseFile> write(DatasetGraph dataset, Path folder) throws IOException {
        List<Query> queries = PARTS.stream()
                .map(part -> MetadataQueries.query("nanopub-" + part + ".rq", dataset))
                .toList();
        List<Node> statements = dataset.getDefaultGraph().stream(Node.ANY, RDF.Nodes.type, Rec.STATEMENT)
                .map(Triple::getSubject)
                .sorted((a, b) -> CanonicalLines.compareCodePoints(a.getURI(), b.getURI()))
                .toList();
        int window = BATCH * Runtime.getRuntime().availableProcessors();
        Path file = folder.resolve(NAME);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            TurtleForm.write(
                    rdf -> batches(statements, window)
                            .forEach(some -> batches(some, BATCH).parallelStream()
                                    .map(batch -> quads(queries, batch, dataset))
                                    .toList()
                                    .forEach(quads -> quads.forEach(rdf::quad))),
                    out);
        }
        return List.of(ReleaseFile.of(file, "application/trig"));
    }

    private static List<List<Node>> batches(List<Node> all, int size) {
        return IntStream.iterate(0, start -> start < all.size(), start -> start + size)
                .mapToObj(start -> all.subList(start, Math.min(all.size(), start + size)))
                .toList();
    }

    /** The nanopublications of some statements. */
    private static List<Quad> quads(List<Query> queries, List<Node> statements, DatasetGraph dataset) {
        List<DatasetGraph> parts = queries.stream()
                .map(query -> graphs(query, statements, dataset))
                .toList();
        List<Quad> quads = new ArrayList<>();
        for (Node statement : statements) {
            for (int i = 0; i < PARTS.size(); i++) {
                Node graph = NodeFactory.createURI(statement.getURI() + "#nanopub-" + PARTS.get(i));
                TripleLine.triples(CanonicalLines.of(parts.get(i).getGraph(statement))
                                .iterator())
                        .forEachRemaining(triple -> quads.add(Quad.create(graph, triple)));
            }
        }
        return quads;
    }

    /** What a query constructs for each of some statements, in a graph with the name of the statement. */
    private static DatasetGraph graphs(Query query, List<Node> statements, DatasetGraph dataset) {
        ElementData values = new ElementData();
        values.add(STATEMENT);
        statements.forEach(statement -> values.add(BindingFactory.binding(STATEMENT, statement)));
        ElementGroup pattern = new ElementGroup();
        pattern.addElement(values);
        pattern.addElement(query.getQueryPattern());
        List<Quad> template = query.getConstructTemplate().getTriples().stream()
                .map(triple -> Quad.create(STATEMENT, triple))
                .toList();
        Query some = query.cloneQuery();
        some.setQueryPattern(pattern);
        some.setConstructTemplate(new Template(new QuadAcc(template)));
        try (QueryExec execution = QueryExec.dataset(dataset).query(some).build()) {
            return execution.constructDataset();
        }
    }
}
