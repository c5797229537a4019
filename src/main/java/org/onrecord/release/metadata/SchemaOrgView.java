// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.metadata;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.onrecord.release.form.Context;
import org.onrecord.release.form.JsonLdForm;
import org.onrecord.release.form.ReleaseFile;
import org.onrecord.release.form.TurtleForm;
import org.onrecord.release.line.GraphLines;
import org.onrecord.release.line.TripleLine;

/** The release in schema.org terms, as Turtle and JSON-LD. */
public final class SchemaOrgView {
    private SchemaOrgView() {}

    /**
     * Writes both files.
     *
     * @param memory approximate bytes of lines in memory while sorting
     */
    public static List<ReleaseFile> write(DatasetGraph dataset, Path folder, long memory) throws IOException {
        GraphLines lines = lines(dataset, Files.createTempFile(folder, ".schema-org-", ".lines"), memory);
        try {
            Path turtle = folder.resolve("schema-org.ttl");
            try (BufferedWriter out = Files.newBufferedWriter(turtle)) {
                lines.read(all -> TurtleForm.write(TripleLine.triples(all), out));
            }
            List<Context> context = new ArrayList<>();
            lines.read(all -> context.add(Context.of(TripleLine.triples(all))));
            Path json = folder.resolve("schema-org.jsonld");
            try (BufferedWriter out = Files.newBufferedWriter(json)) {
                lines.read(all -> new JsonLdForm(context.get(0)).write(TripleLine.triples(all), out));
            }
            return List.of(ReleaseFile.of(turtle, "text/turtle"), ReleaseFile.of(json, "application/ld+json"));
        } finally {
            lines.delete();
        }
    }

    private static GraphLines lines(DatasetGraph dataset, Path file, long memory) {
        try (QueryExec execution = QueryExec.dataset(dataset)
                .query(MetadataQueries.query("schema-org.rq", dataset))
                .build()) {
            return GraphLines.sort("", execution.constructTriples(), file, memory);
        }
    }
}
