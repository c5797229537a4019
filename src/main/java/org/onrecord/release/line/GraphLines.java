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
import org.apache.commons.io.function.IOConsumer;
import org.apache.jena.graph.Triple;
import org.onrecord.release.CanonicalLines;
import org.onrecord.release.ReleaseHash;

/**
 * A named graph as a file of canonical lines, sorted by code point.
 *
 * @param graph the graph IRI
 * @param file the file of lines
 * @param triples the number of triples
 * @param hash the SHA-256 of the file, 64 lower-case hex digits: the hash of the graph
 */
public record GraphLines(String graph, Path file, long triples, String hash) {
    /** The file of graph hashes. Its SHA-256 is the release hash. */
    public static final String HASHES = "graph-hashes.txt";

    /**
     * Sorts a graph.
     *
     * @param triples the triples of the graph
     * @param file the file to write
     * @param memory approximate bytes of lines in memory
     */
    public static GraphLines sort(String graph, Iterator<Triple> triples, Path file, long memory) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("'" + file + "' has no parent folder");
        }
        LineSorter sorter = new LineSorter(folder, memory);
        CanonicalLines.each(triples, sorter::add);
        sorter.writeTo(file);
        return of(graph, file);
    }

    /** A graph with an existing file of sorted lines. */
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

    /** The release hash of graphs, to which derived ones do not belong. */
    public static ReleaseHash release(Collection<GraphLines> graphs) {
        return new ReleaseHash(graphs.stream()
                .filter(graph -> !ReleaseHash.isDerived(graph.graph()))
                .collect(Collectors.toMap(GraphLines::graph, GraphLines::hash, (a, b) -> a, TreeMap::new)));
    }

    /** The same triples with an empty graph name. */
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

    /** Reads the lines, with blank node labels that are unique among all graphs. */
    public void read(IOConsumer<Iterator<String>> reader) throws IOException {
        String prefix = prefix(graph);
        try (Stream<String> lines = Files.lines(file)) {
            reader.accept(lines.map(line -> labelled(line, prefix)).iterator());
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
     * The prefix of blank node labels of a graph: the last segment of its IRI in letters and digits, with {@code Z} for
     * hyphens and at the end. Blazegraph supports only letters and digits in labels. Starts with a letter and is unique
     * among the project's graphs.
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
