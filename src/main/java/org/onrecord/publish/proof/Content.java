// SPDX-License-Identifier: Apache-2.0
package org.onrecord.publish.proof;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.onrecord.knowledge.Release;
import org.onrecord.knowledge.line.GraphLines;
import org.onrecord.knowledge.line.GraphSorter;
import org.onrecord.publish.folder.ReleaseFile;
import org.onrecord.publish.form.DumpForm;

/**
 * What a dump says, read again with a parser.
 *
 * @param name of the file
 * @param graphs by IRI; what is merged is in one without a name
 */
record Content(String name, List<GraphLines> graphs) {
    Content {
        graphs = List.copyOf(graphs);
    }

    /**
     * Reads a dump.
     *
     * @param file may be packed with gzip
     * @throws org.onrecord.project.BrokenFileException if it is not what its ending says
     * @throws org.onrecord.project.UnreadableFileException if it cannot be read
     */
    static Content of(Path file, GraphSorter sorter) {
        String name = file.getFileName().toString();
        return new Content(name, sorter.graphs(file, lang(name)));
    }

    /** The same with the names of its graphs left out. */
    static Content merged(Path file, GraphSorter sorter) {
        String name = file.getFileName().toString();
        return new Content(name, List.of(sorter.merged(file, lang(name))));
    }

    private static Lang lang(String name) {
        return RDFLanguages.filenameToLang(ReleaseFile.unpacked(name));
    }

    /** Whether it keeps the named graphs apart. */
    boolean isNamed() {
        return DumpForm.isNamed(name);
    }

    /** The hashes of its graphs. */
    Release release() {
        return GraphLines.release(graphs);
    }

    /** Deletes the lines that were kept meanwhile. */
    void forget() {
        graphs.forEach(GraphLines::delete);
    }

    long triples() {
        return graphs.stream().mapToLong(GraphLines::triples).sum();
    }
}
