// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

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
 * What a dump says, read again with a parser.
 *
 * @param name of the file
 * @param graphs by IRI; what is merged is in one without a name
 */
record DumpContent(String name, List<GraphLines> graphs) {
    DumpContent {
        graphs = List.copyOf(graphs);
    }

    /**
     * Reads a dump.
     *
     * @param file may be packed with gzip
     * @throws org.onrecord.source.BrokenFileException if it is not what its ending says
     * @throws org.onrecord.source.UnreadableFileException if it cannot be read
     */
    static DumpContent of(Path file, GraphSorter sorter) {
        String name = file.getFileName().toString();
        return new DumpContent(name, sorter.graphs(file, lang(name)));
    }

    /** The same with the names of its graphs left out. */
    static DumpContent merged(Path file, GraphSorter sorter) {
        String name = file.getFileName().toString();
        return new DumpContent(name, List.of(sorter.merged(file, lang(name))));
    }

    private static Lang lang(String name) {
        return RDFLanguages.filenameToLang(ReleaseFile.unpacked(name));
    }

    /** Whether it keeps the named graphs apart. */
    boolean isNamed() {
        return DumpNames.isNamed(name);
    }

    /** The hashes of its graphs. */
    ReleaseHash release() {
        return GraphLines.release(graphs);
    }

    /** Deletes the lines that were kept meanwhile. */
    void deleteFiles() {
        graphs.forEach(GraphLines::delete);
    }

    long triples() {
        return graphs.stream().mapToLong(GraphLines::triples).sum();
    }
}
