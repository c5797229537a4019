// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.form;

import static org.onrecord.vocabulary.JsonText.JSON;

import jakarta.json.JsonArrayBuilder;
import java.util.Comparator;
import java.util.List;
import org.onrecord.release.ReleaseHash;
import org.onrecord.release.line.GraphLines;
import org.onrecord.vocabulary.JsonText;

/**
 * The file {@code manifest.json}.
 *
 * @param title the title of the dataset
 * @param licence the IRI of its licence
 * @param graphs the named graphs, sorted by IRI
 * @param triples the number of distinct triples
 * @param files all files except this one and the checksums, sorted by name
 */
public record Manifest(String title, String licence, List<GraphLines> graphs, long triples, List<ReleaseFile> files) {
    /** The file name. */
    public static final String NAME = "manifest.json";

    public Manifest {
        graphs = List.copyOf(graphs);
        files = files.stream().sorted(Comparator.comparing(ReleaseFile::name)).toList();
    }

    /** This manifest with other files. */
    public Manifest with(List<ReleaseFile> others) {
        return new Manifest(title, licence, graphs, triples, others);
    }

    /** The hashes of the graphs. */
    public ReleaseHash release() {
        return GraphLines.release(graphs);
    }

    /** The number of quads. */
    public long quads() {
        return graphs.stream().mapToLong(GraphLines::triples).sum();
    }

    /** The content of the file. */
    public String text() {
        JsonArrayBuilder graphArray = JSON.createArrayBuilder();
        graphs.forEach(graph -> graphArray.add(JSON.createObjectBuilder()
                .add("graph", graph.graph())
                .add("triples", graph.triples())
                .add("sha256", graph.hash())));
        JsonArrayBuilder fileArray = JSON.createArrayBuilder();
        files.forEach(file -> fileArray.add(JSON.createObjectBuilder()
                .add("name", file.name())
                .add("mediaType", file.mediaType())
                .add("bytes", file.bytes())
                .add("sha256", file.sha256())));
        return JsonText.of(JSON.createObjectBuilder()
                .add("title", title)
                .add("release", release().hash())
                .add("license", licence)
                .add("quads", quads())
                .add("triples", triples)
                .add("graphs", graphArray)
                .add("files", fileArray)
                .build());
    }
}
