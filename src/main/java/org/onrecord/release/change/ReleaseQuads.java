// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.change;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.onrecord.release.ReleaseHash;
import org.onrecord.release.Sha256;
import org.onrecord.release.line.GraphLines;
import org.onrecord.release.line.GraphSorter;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.Position;
import org.onrecord.source.UnreadableFileException;

/**
 * The graphs of a release, read from N-Quads.
 *
 * @param graphs sorted by IRI
 */
public record ReleaseQuads(List<GraphLines> graphs) {
    private static final String QUADS = "onrecord.nq";
    private static final String REMEDY =
            "; use a folder written by 'export --to', or its unmodified " + QUADS + " or " + QUADS + ".gz";
    private static final Position START = new Position(1, 1);
    private static final long MEMORY = 64L << 20;

    public ReleaseQuads {
        graphs = graphs.stream().sorted(Comparator.comparing(GraphLines::graph)).toList();
    }

    /**
     * Reads a release.
     *
     * @param named a folder written by {@code export}, or an N-Quads file, optionally with gzip
     * @param work a folder for temporary files
     * @throws UnreadableFileException if it does not exist
     * @throws BrokenFileException if it is not N-Quads, is empty, or does not match the hashes in the folder
     */
    public static ReleaseQuads read(Path named, Path work) {
        Path plain = Files.isDirectory(named) ? named.resolve(QUADS) : named;
        Path file = Files.exists(plain) ? plain : plain.resolveSibling(plain.getFileName() + ".gz");
        if (!Files.isRegularFile(file)) {
            throw new UnreadableFileException(
                    plain.toString(), "use a folder written by 'export --to', or its " + QUADS);
        }
        ReleaseQuads release = quads(file, work);
        if (release.graphs().isEmpty()) {
            throw new BrokenFileException(file.toString(), START, "The file is empty" + REMEDY);
        }
        Path hashes = named.resolve(GraphLines.HASHES);
        if (Files.isRegularFile(hashes)
                && !Sha256.of(hashes).equals(release.release().hash())) {
            throw new BrokenFileException(
                    file.toString(),
                    START,
                    "Its graphs do not match " + GraphLines.HASHES + "; 'verify --release' reports the differences");
        }
        return release;
    }

    private static ReleaseQuads quads(Path file, Path work) {
        try {
            return new ReleaseQuads(new GraphSorter(work, MEMORY).graphs(file, Lang.NQUADS));
        } catch (BrokenFileException e) {
            throw new BrokenFileException(file.toString(), e.position(), e.problem() + REMEDY);
        }
    }

    /** The hashes of the release. */
    public ReleaseHash release() {
        return GraphLines.release(graphs);
    }

    /** A graph of the release. */
    Optional<GraphLines> graph(String iri) {
        return graphs.stream().filter(graph -> graph.graph().equals(iri)).findFirst();
    }
}
