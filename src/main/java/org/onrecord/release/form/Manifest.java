// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.form;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.Comparator;
import java.util.List;
import org.onrecord.release.ReleaseHash;
import org.onrecord.release.line.GraphLines;
import org.onrecord.vocabulary.JsonText;

/**
 * What a release holds, for programs: the file {@code manifest.json}.
 *
 * @param graphs the named graphs, in the order of their IRIs
 * @param triples how many different triples they hold together
 * @param files all files but this one and the checksums, by name
 */
public record Manifest(List<GraphLines> graphs, long triples, List<ReleaseFile> files) {
    /** Its name. */
    public static final String NAME = "manifest.json";

    public Manifest {
        graphs = List.copyOf(graphs);
        files = files.stream().sorted(Comparator.comparing(ReleaseFile::name)).toList();
    }

    /** The hashes of the graphs. */
    public ReleaseHash release() {
        return GraphLines.release(graphs);
    }

    /** How many quads: a triple counts in each graph that holds it. */
    public long quads() {
        return graphs.stream().mapToLong(GraphLines::triples).sum();
    }

    /** The text of the file. */
    public String text() {
        JsonArrayBuilder graphArray = Json.createArrayBuilder();
        graphs.forEach(graph -> graphArray.add(Json.createObjectBuilder()
                .add("graph", graph.graph())
                .add("triples", graph.triples())
                .add("sha256", graph.hash())));
        JsonArrayBuilder fileArray = Json.createArrayBuilder();
        files.forEach(file -> fileArray.add(Json.createObjectBuilder()
                .add("name", file.name())
                .add("mediaType", file.mediaType())
                .add("bytes", file.bytes())
                .add("sha256", file.sha256())));
        return JsonText.of(Json.createObjectBuilder()
                .add("title", "On Record")
                .add("release", release().hash())
                .add("license", "https://creativecommons.org/licenses/by/4.0/")
                .add("quads", quads())
                .add("triples", triples)
                .add("graphs", graphArray)
                .add("files", fileArray)
                .build());
    }
}
