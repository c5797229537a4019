// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.commons.io.function.IOBiConsumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;
import org.onrecord.release.form.DumpNames;
import org.onrecord.release.form.JsonLdForm;
import org.onrecord.release.form.RdfXmlForm;
import org.onrecord.release.form.ReleaseFile;
import org.onrecord.release.form.TurtleForm;
import org.onrecord.release.form.UnwritableException;
import org.onrecord.release.line.GraphLines;
import org.onrecord.release.line.LineSorter;
import org.onrecord.release.line.TripleLine;
import org.onrecord.vocabulary.Format;

/** Writes the dumps of a release from the sorted lines of its graphs. */
final class Dumps {
    private final Path folder;
    private final Path work;
    private final List<GraphLines> graphs;
    private final JsonLdForm jsonLd;

    /** The distinct triples of all graphs, sorted. */
    private final Path merged;

    /**
     * Creates dumps in a folder.
     *
     * @param work folder for temporary files
     * @param graphs sorted by IRI
     */
    Dumps(Path folder, Path work, List<GraphLines> graphs, JsonLdForm jsonLd) {
        this.folder = folder;
        this.work = work;
        this.graphs = List.copyOf(graphs);
        this.jsonLd = jsonLd;
        this.merged = work.resolve("merged.nt");
    }

    /**
     * Writes the N-Quads, the sorted lines of all graphs, and the file of merged triples.
     *
     * @param memory approximate bytes of lines in memory
     * @return the number of merged triples
     */
    long sort(long memory) throws IOException {
        LineSorter sorter = new LineSorter(work, memory);
        for (GraphLines graph : graphs) {
            graph.read(lines -> lines.forEachRemaining(line -> sorter.add(TripleLine.within(line, graph.graph()))));
        }
        try (BufferedWriter quads = Files.newBufferedWriter(folder.resolve(DumpNames.of(Format.NQUADS)));
                BufferedWriter out = Files.newBufferedWriter(merged)) {
            AtomicReference<String> last = new AtomicReference<>("");
            AtomicLong triples = new AtomicLong();
            sorter.each(quad -> {
                quads.append(quad).append('\n');
                String line = TripleLine.withoutGraph(quad);
                // Quads with equal triples are adjacent.
                if (!line.equals(last.getAndSet(line))) {
                    out.append(line).append('\n');
                    triples.incrementAndGet();
                }
            });
            return triples.get();
        }
    }

    /**
     * Writes the files of a format and their gzip copies. N-Quads already exist.
     *
     * @throws UnwritableException if the format cannot hold a term; no file of the format remains
     */
    List<ReleaseFile> write(Format form, boolean inParts) throws IOException {
        List<ReleaseFile> made = new ArrayList<>();
        for (Path file : files(form, inParts)) {
            made.add(ReleaseFile.of(file, form.mediaType()));
            made.add(ReleaseFile.pack(file));
        }
        return made;
    }

    private List<Path> files(Format form, boolean inParts) throws IOException {
        return switch (form) {
            case NQUADS -> List.of(folder.resolve(DumpNames.of(Format.NQUADS)));
            case TRIG -> List.of(trig());
            case TURTLE -> List.of(form(TurtleForm::write, DumpNames.of(Format.TURTLE)));
            case NTRIPLES -> List.of(Files.copy(merged, folder.resolve(DumpNames.of(Format.NTRIPLES))));
            case JSONLD -> whole(form, jsonLd::write, inParts);
            case RDFXML -> whole(form, RdfXmlForm::write, inParts);
            default -> throw new IllegalArgumentException("A release is not written as " + form.mediaType());
        };
    }

    private Path trig() throws IOException {
        Path file = folder.resolve(DumpNames.of(Format.TRIG));
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            TurtleForm.write(this::write, out);
        }
        return file;
    }

    private void write(StreamRDF rdf) throws IOException {
        for (GraphLines graph : graphs) {
            Node name = NodeFactory.createURI(graph.graph());
            graph.read(
                    lines -> TripleLine.triples(lines).forEachRemaining(triple -> rdf.quad(Quad.create(name, triple))));
        }
    }

    private List<Path> whole(Format dump, IOBiConsumer<Iterator<Triple>, Writer> form, boolean inParts)
            throws IOException {
        List<Path> files = inParts
                ? graphs.stream()
                        .map(graph -> folder.resolve(DumpNames.of(dump, graph.graph())))
                        .toList()
                : List.of(folder.resolve(DumpNames.of(dump)));
        try {
            if (!inParts) {
                form(form, DumpNames.of(dump));
            }
            for (int i = 0; inParts && i < files.size(); i++) {
                try (BufferedWriter out = Files.newBufferedWriter(files.get(i))) {
                    graphs.get(i).read(lines -> form.accept(TripleLine.triples(lines), out));
                }
            }
        } catch (UnwritableException e) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            throw e;
        }
        return files;
    }

    private Path form(IOBiConsumer<Iterator<Triple>, Writer> form, String name) throws IOException {
        Path file = folder.resolve(name);
        try (Stream<String> lines = Files.lines(merged);
                BufferedWriter out = Files.newBufferedWriter(file)) {
            form.accept(TripleLine.triples(lines.iterator()), out);
        }
        return file;
    }
}
