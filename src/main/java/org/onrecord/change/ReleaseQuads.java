// SPDX-License-Identifier: Apache-2.0
package org.onrecord.change;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.onrecord.knowledge.Release;
import org.onrecord.knowledge.line.GraphLines;
import org.onrecord.knowledge.line.GraphSorter;
import org.onrecord.project.UnreadableFileException;

/**
 * The graphs of a release, read from its N-Quads.
 *
 * @param graphs by IRI
 */
public record ReleaseQuads(List<GraphLines> graphs) {
    private static final String QUADS = "onrecord.nq";
    private static final long MEMORY = 64L << 20;

    public ReleaseQuads {
        graphs = graphs.stream().sorted(Comparator.comparing(GraphLines::graph)).toList();
    }

    /**
     * Reads a release.
     *
     * @param named a folder that {@code export} wrote, or a file of N-Quads, packed with gzip or not
     * @param work a folder for what is needed meanwhile
     * @throws UnreadableFileException if it is not there
     * @throws org.onrecord.project.BrokenFileException if it is not N-Quads
     */
    public static ReleaseQuads read(Path named, Path work) {
        Path file = Files.isDirectory(named) ? named.resolve(QUADS) : named;
        if (!Files.isRegularFile(file)) {
            throw new UnreadableFileException(
                    file.toString(), "give a folder that 'export --to' wrote, or its " + QUADS);
        }
        return new ReleaseQuads(new GraphSorter(work, MEMORY).graphs(file, Lang.NQUADS));
    }

    /** The hashes that name the release. */
    public Release release() {
        return GraphLines.release(graphs);
    }

    /** A graph of the release. */
    Optional<GraphLines> graph(String iri) {
        return graphs.stream().filter(graph -> graph.graph().equals(iri)).findFirst();
    }
}
