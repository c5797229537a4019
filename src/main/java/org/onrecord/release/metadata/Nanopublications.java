// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.metadata;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.release.CanonicalLines;
import org.onrecord.release.form.ReleaseFile;
import org.onrecord.release.form.TurtleForm;
import org.onrecord.release.line.TripleLine;
import org.onrecord.vocabulary.Rec;

/**
 * A nanopublication for each statement (nanopub.net, guidelines): four graphs, each constructed by a query, named by
 * fragments of the statement IRI. No trusty URIs: the release hashes already identify the content.
 */
public final class Nanopublications {
    /** The file name in an export. */
    public static final String NAME = "nanopublications.trig";

    private static final List<String> PARTS = List.of("head", "assertion", "provenance", "pubinfo");
    private static final Var STATEMENT = Var.alloc("statement");

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
        Path file = folder.resolve(NAME);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            TurtleForm.write(
                    rdf -> {
                        for (Node statement : statements) {
                            for (int i = 0; i < PARTS.size(); i++) {
                                Node graph = NodeFactory.createURI(statement.getURI() + "#nanopub-" + PARTS.get(i));
                                triples(queries.get(i), statement, dataset)
                                        .forEachRemaining(triple -> rdf.quad(Quad.create(graph, triple)));
                            }
                        }
                    },
                    out);
        }
        return List.of(ReleaseFile.of(file, "application/trig"));
    }

    private static Iterator<Triple> triples(Query query, Node statement, DatasetGraph dataset) {
        try (QueryExec execution = QueryExec.dataset(dataset)
                .query(query)
                .substitution(STATEMENT, statement)
                .build()) {
            return TripleLine.triples(CanonicalLines.of(execution.construct()).iterator());
        }
    }
}
