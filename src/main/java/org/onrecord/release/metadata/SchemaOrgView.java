// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.metadata;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.onrecord.release.CanonicalLines;
import org.onrecord.release.form.Context;
import org.onrecord.release.form.JsonLdForm;
import org.onrecord.release.form.ReleaseFile;
import org.onrecord.release.form.TurtleForm;
import org.onrecord.release.line.TripleLine;

/** The release in schema.org terms, as Turtle and JSON-LD. */
public final class SchemaOrgView {
    private SchemaOrgView() {}

    /** Writes both files. */
    public static List<ReleaseFile> write(DatasetGraph dataset, Path folder) throws IOException {
        Graph graph = MetadataQueries.construct("schema-org.rq", dataset);
        List<String> lines = CanonicalLines.of(graph);
        Path turtle = folder.resolve("schema-org.ttl");
        try (BufferedWriter out = Files.newBufferedWriter(turtle)) {
            TurtleForm.write(TripleLine.triples(lines.iterator()), out);
        }
        Path json = folder.resolve("schema-org.jsonld");
        try (BufferedWriter out = Files.newBufferedWriter(json)) {
            new JsonLdForm(Context.of(graph)).write(TripleLine.triples(lines.iterator()), out);
        }
        return List.of(ReleaseFile.of(turtle, "text/turtle"), ReleaseFile.of(json, "application/ld+json"));
    }
}
