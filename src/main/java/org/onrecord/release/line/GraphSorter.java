// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.line;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.onrecord.release.CanonicalLines;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.FileErrorHandler;
import org.onrecord.source.Position;
import org.onrecord.source.RdfReader;
import org.onrecord.source.Reason;
import org.onrecord.source.UnreadableFileException;

/** Sorts the quads of a file into canonical lines per graph, in bounded memory plus the triples with blank nodes. */
public final class GraphSorter {
    private final Path work;
    private final long memory;

    /**
     * Creates a sorter.
     *
     * @param work a folder for the lines and temporary files
     * @param memory approximate bytes of lines in memory
     */
    public GraphSorter(Path work, long memory) {
        this.work = work;
        this.memory = memory;
    }

    /**
     * The graphs of a file, sorted by IRI. The default graph has an empty name.
     *
     * @param file may be a gzip file with the extension {@code .gz}
     * @param lang the uncompressed format
     * @throws org.onrecord.source.BrokenFileException if it does not have this format
     * @throws UnreadableFileException if it cannot be read
     * @throws UncheckedIOException if the work folder cannot be written
     */
    public List<GraphLines> graphs(Path file, Lang lang) {
        LineSorter sorter = new LineSorter(work, memory);
        Map<String, List<Triple>> blank = new TreeMap<>();
        parse(file, lang, new Sink(sorter, blank));
        blank.forEach((graph, triples) ->
                CanonicalLines.each(triples.iterator(), line -> sorter.add("<" + graph + "> " + line)));
        try {
            Path all = Files.createTempFile(work, "all-", ".lines");
            sorter.writeTo(all);
            List<GraphLines> graphs = split(all);
            Files.delete(all);
            return graphs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The triples of several graphs as one graph with an empty name. */
    public GraphLines merged(List<GraphLines> graphs) throws IOException {
        LineSorter sorter = new LineSorter(work, memory);
        List<String> blank = new ArrayList<>();
        for (GraphLines graph : graphs) {
            graph.read(lines -> lines.forEachRemaining(line -> {
                if (TripleLine.of(line).hasBlankNode()) {
                    blank.add(line);
                } else {
                    sorter.add(line);
                }
            }));
        }
        CanonicalLines.each(TripleLine.triples(blank.iterator()), sorter::add);
        Path file = Files.createTempFile(work, "graph-", ".lines");
        sorter.writeTo(file);
        return GraphLines.of("", file);
    }

    private static void parse(Path file, Lang lang, Sink sink) {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
            RDFParser.source(in)
                    .lang(lang)
                    .context(RdfReader.offline())
                    // Dumps of other programs may cause warnings.
                    .errorHandler(new FileErrorHandler(file.toString(), false))
                    .parse(sink);
        } catch (IOException e) {
            throw new UnreadableFileException(file.toString(), e);
        } catch (RiotException e) {
            throw new BrokenFileException(file.toString(), new Position(1, 1), Reason.of(e));
        }
    }

    private List<GraphLines> split(Path all) throws IOException {
        List<GraphLines> graphs = new ArrayList<>();
        try (Stream<String> lines = Files.lines(all)) {
            Iterator<String> rest = lines.iterator();
            String line = rest.hasNext() ? rest.next() : "";
            while (!line.isEmpty()) {
                String graph = line.substring(0, line.indexOf(' ') + 1);
                Path file = Files.createTempFile(work, "graph-", ".lines");
                try (BufferedWriter out = Files.newBufferedWriter(file)) {
                    while (line.startsWith(graph)) {
                        out.append(line.substring(graph.length())).append('\n');
                        line = rest.hasNext() ? rest.next() : "";
                    }
                }
                graphs.add(GraphLines.of(graph.substring(1, graph.length() - 2), file));
            }
        }
        graphs.sort((a, b) -> CanonicalLines.compareCodePoints(a.graph(), b.graph()));
        return graphs;
    }

    /** Receives parsed quads. */
    private static final class Sink extends StreamRDFBase {
        private final LineSorter sorter;
        private final Map<String, List<Triple>> blank;

        Sink(LineSorter sorter, Map<String, List<Triple>> blank) {
            this.sorter = sorter;
            this.blank = blank;
        }

        @Override
        public void triple(Triple triple) {
            add("", triple);
        }

        @Override
        public void quad(Quad quad) {
            Node graph = quad.getGraph();
            add(quad.isDefaultGraph() || graph == null ? "" : graph.toString(), quad.asTriple());
        }

        private void add(String graph, Triple triple) {
            if (triple.getSubject().isBlank() || triple.getObject().isBlank()) {
                blank.computeIfAbsent(graph, key -> new ArrayList<>()).add(triple);
            } else {
                CanonicalLines.each(List.of(triple).iterator(), line -> sorter.add("<" + graph + "> " + line));
            }
        }
    }
}
