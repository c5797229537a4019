// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.change;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.riot.Lang;
import org.onrecord.release.Sha256;
import org.onrecord.release.line.GraphLines;
import org.onrecord.release.line.GraphSorter;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.Position;
import org.onrecord.source.UnreadableFileException;

/** Reads the N-Quads of a release. */
public final class ReleaseQuads {
    private static final String QUADS = "onrecord.nq";
    private static final String REMEDY =
            "; use a folder written by 'export --to', or its unmodified " + QUADS + " or " + QUADS + ".gz";
    private static final Position START = new Position(1, 1);
    private static final long MEMORY = 64L << 20;

    private ReleaseQuads() {}

    /**
     * The graphs of a release, sorted by IRI.
     *
     * @param named a folder written by {@code export}, or an N-Quads file, optionally with gzip
     * @param work a folder for temporary files
     * @throws UnreadableFileException if it does not exist
     * @throws BrokenFileException if it is not N-Quads, is empty, or does not match the hashes in the folder
     */
    public static List<GraphLines> read(Path named, Path work) {
        Path plain = Files.isDirectory(named) ? named.resolve(QUADS) : named;
        Path file = Files.exists(plain) ? plain : plain.resolveSibling(plain.getFileName() + ".gz");
        if (!Files.isRegularFile(file)) {
            throw new UnreadableFileException(
                    plain.toString(), "use a folder written by 'export --to', or its " + QUADS);
        }
        List<GraphLines> graphs = quads(file, work);
        if (graphs.isEmpty()) {
            throw new BrokenFileException(file.toString(), START, "The file is empty" + REMEDY);
        }
        Path hashes = named.resolve(GraphLines.HASHES);
        if (Files.isRegularFile(hashes)
                && !Sha256.of(hashes).equals(GraphLines.release(graphs).hash())) {
            throw new BrokenFileException(
                    file.toString(),
                    START,
                    "Its graphs do not match " + GraphLines.HASHES + "; 'verify --release' reports the differences");
        }
        return graphs;
    }

    private static List<GraphLines> quads(Path file, Path work) {
        try {
            return new GraphSorter(work, MEMORY).graphs(file, Lang.NQUADS);
        } catch (BrokenFileException e) {
            throw new BrokenFileException(file.toString(), e.position(), e.problem() + REMEDY);
        }
    }
}
