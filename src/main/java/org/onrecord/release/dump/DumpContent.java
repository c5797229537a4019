// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.onrecord.release.ReleaseHash;
import org.onrecord.release.form.DumpNames;
import org.onrecord.release.form.ReleaseFile;
import org.onrecord.release.line.GraphLines;
import org.onrecord.release.line.GraphSorter;

/**
 * The parsed content of a dump.
 *
 * @param name the file name
 * @param graphs sorted by IRI; a merged dump has one graph with an empty name
 */
record DumpContent(String name, List<GraphLines> graphs) {
    DumpContent {
        graphs = List.copyOf(graphs);
    }

    /**
     * Reads a dump.
     *
     * @param file may be a gzip file
     * @throws org.onrecord.source.BrokenFileException if it does not have the format of its extension
     * @throws org.onrecord.source.UnreadableFileException if it cannot be read
     */
    static DumpContent of(Path file, GraphSorter sorter) {
        String name = file.getFileName().toString();
        return new DumpContent(name, sorter.graphs(file, lang(name)));
    }

    /** The merged graphs of a dump. */
    static DumpContent merged(DumpContent whole, GraphSorter sorter) throws IOException {
        return new DumpContent(whole.name(), List.of(sorter.merged(whole.graphs())));
    }

    private static Lang lang(String name) {
        return RDFLanguages.filenameToLang(ReleaseFile.unpacked(name));
    }

    /** Whether the dump has named graphs. */
    boolean isNamed() {
        return DumpNames.isNamed(name);
    }

    /** The hashes of its graphs. */
    ReleaseHash release() {
        return GraphLines.release(graphs);
    }

    /** Deletes the temporary files. */
    void deleteFiles() {
        graphs.forEach(GraphLines::delete);
    }

    long triples() {
        return graphs.stream().mapToLong(GraphLines::triples).sum();
    }
}
