// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.onrecord.release.CanonicalLines;
import org.onrecord.release.Profile;
import org.onrecord.release.form.Context;
import org.onrecord.release.form.JsonLdForm;
import org.onrecord.release.form.Manifest;
import org.onrecord.release.form.ReleaseFile;
import org.onrecord.release.form.UnwritableException;
import org.onrecord.release.line.GraphLines;
import org.onrecord.release.metadata.CsvTables;
import org.onrecord.release.metadata.Metadata;
import org.onrecord.release.metadata.Nanopublications;
import org.onrecord.release.metadata.SchemaOrgView;
import org.onrecord.source.Progress;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Format;

/** Writes a release: dumps, checksums and graph hashes. */
public final class ReleaseWriter {
    private final DatasetGraph dataset;
    private final Context context;
    private final Bounds bounds;
    private final Progress progress;

    /**
     * Creates a writer.
     *
     * @param dataset the dataset; only its named graphs are written
     * @param context the JSON-LD context
     * @param progress receives a line after each step
     */
    public ReleaseWriter(DatasetGraph dataset, Context context, Bounds bounds, Progress progress) {
        this.dataset = dataset;
        this.context = context;
        this.bounds = bounds;
        this.progress = progress;
    }

    /** Writes files of a release. */
    @FunctionalInterface
    public interface Part {
        /**
         * Writes files.
         *
         * @param folder the folder of the release, which has its N-Quads
         * @param others the manifest of the other files
         * @return the written files
         */
        List<ReleaseFile> write(Path folder, Manifest others) throws IOException;
    }

    /** The standard views: schema.org, nanopublications, and tables. */
    public List<Part> views() {
        return List.of(
                (folder, others) -> Nanopublications.write(dataset, folder),
                (folder, others) -> SchemaOrgView.write(dataset, folder, bounds.memory()),
                (folder, others) -> CsvTables.write(dataset, folder));
    }

    /** The standard description of all files. */
    public Part metadata() {
        return (folder, others) -> Metadata.write(dataset, folder, others);
    }

    /**
     * Writes the release.
     *
     * @param forms the formats; N-Quads are always written, because they are needed for verification
     * @param views additional files, written at the same time as the dumps: their manifest of other files is empty
     * @param last further files, each written after all others
     * @throws java.io.UncheckedIOException on failure; temporary files are deleted
     */
    public Manifest to(ReleaseFolder place, Collection<Format> forms, List<Part> views, List<Part> last) {
        List<Manifest> done = new ArrayList<>();
        place.fill(folder -> done.add(fill(folder, forms, views, last)));
        return done.get(0);
    }

    private Manifest fill(Path folder, Collection<Format> forms, List<Part> views, List<Part> last) throws IOException {
        Path work = Files.createDirectory(folder.resolve(".work"));
        long start = System.nanoTime();
        List<GraphLines> graphs = graphs(work);
        long quads = graphs.stream().mapToLong(GraphLines::triples).sum();
        start = step(start, String.format(Locale.ROOT, "sorted %,d quads in %d graphs", quads, graphs.size()));
        Dumps dumps = new Dumps(folder, work, graphs, new JsonLdForm(context));
        long triples = dumps.sort(bounds.memory());
        step(start, String.format(Locale.ROOT, "merged them to %,d triples", triples));
        Set<Format> wanted = EnumSet.of(Format.NQUADS);
        wanted.addAll(forms);
        List<Part> parts = new ArrayList<>(views);
        wanted.forEach(form -> parts.add((to, others) -> write(dumps, form, triples > bounds.whole())));
        Profile profile = Profile.of(dataset.getDefaultGraph(), BaseIri.of(dataset.getDefaultGraph()));
        Manifest empty = new Manifest(profile.title(), profile.licence(), graphs, triples, List.of());
        List<ReleaseFile> files = write(parts, folder, empty);
        FileUtils.deleteDirectory(work.toFile());
        Path hashes = folder.resolve(GraphLines.HASHES);
        files.add(ReleaseFile.of(Files.writeString(hashes, empty.release().text()), "text/plain"));
        for (Part part : last) {
            files.addAll(write(List.of(part), folder, empty.with(files)));
        }
        return finish(folder, empty.with(files));
    }

    private static Manifest finish(Path folder, Manifest manifest) throws IOException {
        Path file = Files.writeString(folder.resolve(Manifest.NAME), manifest.text());
        List<ReleaseFile> all = new ArrayList<>(manifest.files());
        all.add(ReleaseFile.of(file, "application/json"));
        Files.writeString(folder.resolve(Checksums.NAME), Checksums.of(all).text());
        return manifest;
    }

    /** Writes parts at the same time. */
    private List<ReleaseFile> write(List<Part> parts, Path folder, Manifest others) throws IOException {
        List<Callable<List<ReleaseFile>>> tasks = new ArrayList<>();
        parts.forEach(part -> tasks.add(() -> {
            long start = System.nanoTime();
            List<ReleaseFile> made = part.write(folder, others);
            if (!made.isEmpty()) {
                step(start, "wrote " + names(made));
            }
            return made;
        }));
        List<ReleaseFile> files = new ArrayList<>();
        new Tasks(progress, "files").run(tasks).forEach(files::addAll);
        return files;
    }

    /** The files of a format; none if it cannot hold a term. */
    private List<ReleaseFile> write(Dumps dumps, Format form, boolean inParts) throws IOException {
        long start = System.nanoTime();
        try {
            return dumps.write(form, inParts);
        } catch (UnwritableException e) {
            step(start, "left out " + form.mediaType() + ", which cannot hold all terms: " + e.reason());
            return List.of();
        }
    }

    private static String names(List<ReleaseFile> files) {
        List<String> names = files.stream()
                .map(ReleaseFile::name)
                .filter(name -> !name.endsWith(ReleaseFile.EXTENSION))
                .toList();
        return names.size() > 3 ? names.get(0) + " and " + (names.size() - 1) + " more" : String.join(", ", names);
    }

    /** The sorted graphs. An empty one is left out: no format but TriG could say that it exists. */
    private List<GraphLines> graphs(Path work) throws IOException {
        List<Node> names = new ArrayList<>();
        dataset.listGraphNodes().forEachRemaining(names::add);
        names.removeIf(name -> dataset.getGraph(name).isEmpty());
        names.sort((a, b) -> CanonicalLines.compareCodePoints(a.getURI(), b.getURI()));
        long memory = Math.max(1, bounds.memory() / Runtime.getRuntime().availableProcessors());
        List<Callable<GraphLines>> tasks = new ArrayList<>();
        names.forEach(name -> tasks.add(() -> {
            Path file = Files.createTempFile(work, "graph-", ".lines");
            return GraphLines.sort(name.getURI(), dataset.getGraph(name).find(), file, memory);
        }));
        return new Tasks(progress, "graphs").run(tasks);
    }

    /** Reports a completed step and returns the current time. */
    private long step(long start, String what) {
        long now = System.nanoTime();
        progress.step(what + String.format(Locale.ROOT, " (%.2f s)", (now - start) / 1e9));
        return now;
    }
}
