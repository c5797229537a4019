// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.onrecord.release.form.DumpNames;
import org.onrecord.release.form.JsonLdForm;
import org.onrecord.release.form.RdfXmlForm;
import org.onrecord.release.form.ReleaseFile;
import org.onrecord.release.form.TurtleForm;
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
    }

    /** Writes lines in a format. */
    private interface Form {
        void write(Iterator<String> lines, Appendable out) throws IOException;
    }

    /** N-Quads: the merged lines of all graphs. */
    Path quads(long memory) throws IOException {
        LineSorter sorter = new LineSorter(work, memory);
        for (GraphLines graph : graphs) {
            Path run = Files.createTempFile(work, "quads-", ".lines");
            try (BufferedWriter out = Files.newBufferedWriter(run)) {
                graph.read(lines -> quads(lines, graph.graph(), out));
            }
            sorter.addSorted(run);
        }
        Path file = folder.resolve(DumpNames.of(Format.NQUADS));
        sorter.writeTo(file);
        return file;
    }

    /** The distinct triples of all graphs. Quads are sorted, so that quads with equal triples are adjacent. */
    Path merged(Path quads) throws IOException {
        Path file = work.resolve("merged.nt");
        try (Stream<String> lines = Files.lines(quads);
                BufferedWriter out = Files.newBufferedWriter(file)) {
            String last = "";
            for (Iterator<String> all = lines.iterator(); all.hasNext(); ) {
                String line = TripleLine.withoutGraph(all.next());
                if (!line.equals(last)) {
                    out.append(line).append('\n');
                }
                last = line;
            }
        }
        return file;
    }

    /** Writes the files of a format and their gzip copies. N-Quads already exist. */
    List<ReleaseFile> write(Format form, Path merged, boolean inParts) throws IOException {
        List<Path> files = switch (form) {
            case NQUADS -> List.of(folder.resolve(DumpNames.of(Format.NQUADS)));
            case TRIG -> List.of(trig());
            case TURTLE -> List.of(form(TurtleForm::turtle, merged, DumpNames.of(Format.TURTLE)));
            case NTRIPLES -> List.of(Files.copy(merged, folder.resolve(DumpNames.of(Format.NTRIPLES))));
            case JSONLD -> whole(form, jsonLd::write, merged, inParts);
            case RDFXML -> whole(form, RdfXmlForm::write, merged, inParts);
            default -> throw new IllegalArgumentException("A release is not written as " + form.mediaType());
        };
        List<ReleaseFile> made = new ArrayList<>();
        for (Path file : files) {
            made.add(ReleaseFile.of(file, form.mediaType()));
            made.add(ReleaseFile.pack(file));
        }
        return made;
    }

    private Path trig() throws IOException {
        Path file = folder.resolve(DumpNames.of(Format.TRIG));
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            TurtleForm.head(out);
            for (GraphLines graph : graphs) {
                graph.read(lines -> TurtleForm.block(graph.graph(), lines, out));
            }
        }
        return file;
    }

    private List<Path> whole(Format dump, Form form, Path merged, boolean inParts) throws IOException {
        if (!inParts) {
            return List.of(form(form, merged, DumpNames.of(dump)));
        }
        List<Path> files = new ArrayList<>();
        for (GraphLines graph : graphs) {
            Path file = folder.resolve(DumpNames.of(dump, graph.graph()));
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                graph.read(lines -> form.write(lines, out));
            }
            files.add(file);
        }
        return files;
    }

    private Path form(Form form, Path merged, String name) throws IOException {
        Path file = folder.resolve(name);
        try (Stream<String> lines = Files.lines(merged);
                BufferedWriter out = Files.newBufferedWriter(file)) {
            form.write(lines.iterator(), out);
        }
        return file;
    }

    private static void quads(Iterator<String> lines, String graph, Appendable out) throws IOException {
        while (lines.hasNext()) {
            out.append(TripleLine.within(lines.next(), graph)).append('\n');
        }
    }
}
