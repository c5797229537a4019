// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.onrecord.release.form.Context;
import org.onrecord.release.form.DumpNames;
import org.onrecord.release.form.Manifest;

/** Small releases for tests. */
public final class ReleaseFixture {
    /** Three graphs; one has blank nodes; one triple is in two of them. */
    public static final String SMALL = """
            PREFIX g: <https://w3id.org/onrecord/graph/>
            PREFIX ex: <http://example.org/>
            g:one { ex:a ex:says "rain" , "sun"@en ; ex:likes ex:b }
            g:two { ex:a ex:likes ex:b . ex:b ex:says "hail \\" and\\r\\nsnow" }
            g:three { ex:c ex:part [ ex:says "wind" ; ex:part [ ex:says "calm" ] ] }
            """;

    private ReleaseFixture() {}

    /** Writes a dataset given as TriG. */
    public static Manifest write(String trig, Path to) {
        return write(trig, to, Bounds.DEFAULTS);
    }

    /** Writes a dataset with bounds. */
    static Manifest write(String trig, Path to, Bounds bounds) {
        DatasetGraph dataset = RDFParser.fromString(trig, Lang.TRIG).toDatasetGraph();
        return new ReleaseWriter(dataset, Context.of(dataset.getUnionGraph()), bounds, step -> {})
                .to(ReleaseFolder.at(to), DumpNames.FORMATS, List.of(), List.of());
    }

    /** Replaces a text in a file, which must contain it. */
    public static void change(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        if (!text.contains(from)) {
            throw new IllegalArgumentException("'" + file + "' does not contain '" + from + "'");
        }
        Files.writeString(file, text.replace(from, to));
    }

    /** The names in a folder, sorted. */
    public static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
