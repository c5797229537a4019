// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Iterator;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Triple;
import org.onrecord.release.CanonicalLines;
import org.onrecord.release.ReleaseHash;

/**
 * A named graph as a file of its canonical lines, sorted by code point.
 *
 * @param graph its IRI
 * @param file holds the lines
 * @param triples how many
 * @param hash the SHA-256 of the file, 64 lower-case hex digits: the hash of the graph
 */
public record GraphLines(String graph, Path file, long triples, String hash) {
    /** The name of the file with the graphs' hashes, whose SHA-256 is the hash of the release. */
    public static final String HASHES = "graph-hashes.txt";

    /**
     * Sorts a graph.
     *
     * @param triples of the graph
     * @param file to write
     * @param memory about how many bytes of lines are held at a time
     */
    public static GraphLines sort(String graph, Iterator<Triple> triples, Path file, long memory) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("'" + file + "' is in no folder");
        }
        LineSorter sorter = new LineSorter(folder, memory);
        CanonicalLines.each(triples, sorter::add);
        sorter.writeTo(file);
        return of(graph, file);
    }

    /** A graph whose sorted lines are in a file. */
    public static GraphLines of(String graph, Path file) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        AtomicLong count = new AtomicLong();
        try (Stream<String> lines = Files.lines(file)) {
            lines.forEach(line -> {
                DigestUtils.updateDigest(digest, line + "\n");
                count.incrementAndGet();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new GraphLines(graph, file, count.get(), Hex.encodeHexString(digest.digest()));
    }

    /** The release that graphs are: their hashes. */
    public static ReleaseHash release(Collection<GraphLines> graphs) {
        return new ReleaseHash(graphs.stream()
                .collect(Collectors.toMap(GraphLines::graph, GraphLines::hash, (a, b) -> a, TreeMap::new)));
    }

    /** The same triples as a graph without a name. */
    public GraphLines unnamed() {
        return new GraphLines("", file, triples, hash);
    }

    /** Deletes the file. */
    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes sorted lines. */
    @FunctionalInterface
    public interface LineReader {
        /** Reads them. */
        void read(Iterator<String> lines) throws IOException;
    }

    /** Gives the lines, with the blank nodes' labels that they have among other graphs. */
    public void read(LineReader reader) throws IOException {
        String prefix = prefix(graph);
        try (Stream<String> lines = Files.lines(file)) {
            reader.read(lines.map(line -> labelled(line, prefix)).iterator());
        }
    }

    private static String labelled(String line, String prefix) {
        if (!line.startsWith("_:") && line.indexOf(" _:") < 0) {
            return line;
        }
        TripleLine parts = TripleLine.of(line);
        return labelledTerm(parts.subject(), prefix) + " " + parts.predicate() + " "
                + labelledTerm(parts.object(), prefix) + " .";
    }

    private static String labelledTerm(String term, String prefix) {
        return term.startsWith("_:") ? "_:" + prefix + term.substring(2) : term;
    }

    /**
     * What stands before the canonical label of a graph's blank node: the last step of its IRI in letters and digits, with
     * {@code Z} for a hyphen and at its end, because Blazegraph reads labels of letters and digits only; it begins with a
     * letter and no two graphs of ours share it.
     */
    private static String prefix(String graph) {
        String slug = graph.substring(graph.lastIndexOf('/') + 1);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < slug.length(); i++) {
            char c = slug.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' && !out.isEmpty();
            out.append(plain ? String.valueOf(c) : c == '-' ? "Z" : "X" + Integer.toHexString(c) + "X");
        }
        return out.append('Z').toString();
    }
}
