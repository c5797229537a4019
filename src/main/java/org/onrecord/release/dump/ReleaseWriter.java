// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.onrecord.release.CanonicalLines;
import org.onrecord.release.Profile;
import org.onrecord.release.form.Context;
import org.onrecord.release.form.DumpNames;
import org.onrecord.release.form.JsonLdForm;
import org.onrecord.release.form.Manifest;
import org.onrecord.release.form.ReleaseFile;
import org.onrecord.release.form.UnwritableException;
import org.onrecord.release.line.GraphLines;
import org.onrecord.release.metadata.CsvTables;
import org.onrecord.release.metadata.Metadata;
import org.onrecord.release.metadata.Nanopublications;
import org.onrecord.release.metadata.SchemaOrgView;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Format;

/** Writes a release: dumps, checksums and graph hashes. */
public final class ReleaseWriter {
    private final DatasetGraph dataset;
    private final Context context;
    private final Bounds bounds;
    private final Consumer<String> progress;

    /**
     * Creates a writer.
     *
     * @param dataset the dataset; only its named graphs are written
     * @param context the JSON-LD context
     * @param progress receives one line after each step
     */
    public ReleaseWriter(DatasetGraph dataset, Context context, Bounds bounds, Consumer<String> progress) {
        this.dataset = dataset;
        this.context = context;
        this.bounds = bounds;
        this.progress = progress;
    }

    /** Adds files to a release after the dumps. */
    @FunctionalInterface
    public interface Part {
        /**
         * Writes files.
         *
         * @param folder the folder of the release
         * @param soFar the manifest of the existing files
         * @return the written files
         */
        List<ReleaseFile> write(Path folder, Manifest soFar) throws IOException;
    }

    /** The standard views: schema.org, nanopublications, tables, and metadata. */
    public List<Part> views() {
        return List.of(
                (folder, soFar) -> SchemaOrgView.write(dataset, folder),
                (folder, soFar) -> Nanopublications.write(dataset, folder),
                (folder, soFar) -> CsvTables.write(dataset, folder),
                (folder, soFar) -> Metadata.write(dataset, folder, soFar));
    }

    /**
     * Writes the release.
     *
     * @param forms the formats; N-Quads are always written, because they are needed for verification
     * @param parts additional files, in this order
     * @throws java.io.UncheckedIOException on failure; temporary files are deleted
     */
    public Manifest to(ReleaseFolder place, Collection<Format> forms, List<Part> parts) {
        List<Manifest> done = new ArrayList<>();
        place.fill(folder -> done.add(fill(folder, forms, parts)));
        return done.get(0);
    }

    private Manifest fill(Path folder, Collection<Format> forms, List<Part> parts) throws IOException {
        Path work = Files.createDirectory(folder.resolve(".work"));
        Steps steps = new Steps(progress);
        List<GraphLines> graphs = graphs(work, steps);
        Dumps dumps = new Dumps(folder, work, graphs, new JsonLdForm(context));
        Path quads = dumps.quads(bounds.memory());
        Path merged = dumps.merged(quads);
        long triples = count(merged);
        steps.done("merged them to %,d triples", triples);
        Set<Format> wanted = EnumSet.of(Format.NQUADS);
        wanted.addAll(forms);
        List<ReleaseFile> files = new ArrayList<>();
        for (Format form : wanted) {
            try {
                List<ReleaseFile> made = dumps.write(form, merged, DumpNames.isWhole(form) && triples > bounds.whole());
                files.addAll(made);
                steps.done(
                        "wrote %s",
                        made.get(0).name() + (made.size() > 2 ? " and " + (made.size() / 2 - 1) + " more" : ""));
            } catch (UnwritableException e) {
                steps.done("left out %s, which cannot hold all terms: %s", form.mediaType(), e.reason());
            }
        }
        FileUtils.deleteDirectory(work.toFile());
        Profile profile = Profile.of(dataset.getDefaultGraph(), BaseIri.of(dataset.getDefaultGraph()));
        return rest(folder, new Manifest(profile.title(), profile.licence(), graphs, triples, files), parts, steps);
    }

    private static Manifest rest(Path folder, Manifest dumped, List<Part> parts, Steps steps) throws IOException {
        Manifest manifest = with(
                dumped, List.of(text(folder, GraphLines.HASHES, dumped.release().text())));
        for (Part part : parts) {
            List<ReleaseFile> made = part.write(folder, manifest);
            manifest = with(manifest, made);
            steps.done(
                    "wrote %s",
                    String.join(", ", made.stream().map(ReleaseFile::name).toList()));
        }
        Path file = folder.resolve(Manifest.NAME);
        Files.writeString(file, manifest.text());
        Manifest listed = with(manifest, List.of(ReleaseFile.of(file, "application/json")));
        Files.writeString(
                folder.resolve(Checksums.NAME), Checksums.of(listed.files()).text());
        return manifest;
    }

    private static Manifest with(Manifest manifest, List<ReleaseFile> more) {
        List<ReleaseFile> files = new ArrayList<>(manifest.files());
        files.addAll(more);
        return manifest.with(files);
    }

    private static ReleaseFile text(Path folder, String name, String text) throws IOException {
        return ReleaseFile.of(Files.writeString(folder.resolve(name), text), "text/plain");
    }

    /** The sorted graphs. An empty one is left out: no format but TriG could say that it exists. */
    private List<GraphLines> graphs(Path work, Steps steps) {
        List<String> names = new ArrayList<>();
        for (Iterator<Node> all = dataset.listGraphNodes(); all.hasNext(); ) {
            names.add(all.next().getURI());
        }
        names.sort(CanonicalLines::compareCodePoints);
        List<GraphLines> graphs = new ArrayList<>();
        for (String name : names) {
            Graph graph = dataset.getGraph(NodeFactory.createURI(name));
            if (!graph.isEmpty()) {
                Path file = work.resolve("graph-" + graphs.size() + ".lines");
                graphs.add(GraphLines.sort(name, graph.find(), file, bounds.memory()));
            }
        }
        steps.done(
                "sorted %,d quads in %d graphs",
                graphs.stream().mapToLong(GraphLines::triples).sum(), graphs.size());
        return graphs;
    }

    private static long count(Path lines) throws IOException {
        try (Stream<String> all = Files.lines(lines)) {
            return all.count();
        }
    }

    /** Reports progress. */
    private record Steps(Consumer<String> progress, AtomicLong began) {
        Steps(Consumer<String> progress) {
            this(progress, new AtomicLong(System.nanoTime()));
        }

        void done(String what, Object... values) {
            long now = System.nanoTime();
            progress.accept(String.format(Locale.ROOT, what, values)
                    + String.format(Locale.ROOT, " (%.2f s)", (now - began.getAndSet(now)) / 1e9));
        }
    }
}
