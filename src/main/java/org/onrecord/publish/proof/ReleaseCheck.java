// SPDX-License-Identifier: Apache-2.0
package org.onrecord.publish.proof;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.onrecord.knowledge.Release;
import org.onrecord.knowledge.Sha256;
import org.onrecord.knowledge.line.GraphLines;
import org.onrecord.knowledge.line.GraphSorter;
import org.onrecord.project.BrokenFileException;
import org.onrecord.project.UnreadableFileException;
import org.onrecord.publish.folder.Checksums;
import org.onrecord.publish.folder.Manifest;
import org.onrecord.publish.form.DumpForm;

/** Reckons everything again that a release says of itself. */
public final class ReleaseCheck {
    private static final String QUADS = DumpForm.NQUADS.file();
    private static final List<String> NAMED = List.of(QUADS, DumpForm.TRIG.file());
    private static final List<String> DUMPS =
            Arrays.stream(DumpForm.values()).map(DumpForm::file).toList();

    private final Path folder;
    private final Path work;
    private final long memory;

    /**
     * A check.
     *
     * @param folder the release
     * @param work an empty folder for what is needed meanwhile
     * @param memory about how many bytes of lines are held
     */
    public ReleaseCheck(Path folder, Path work, long memory) {
        this.folder = folder;
        this.work = work;
        this.memory = memory;
    }

    /**
     * Proves the release, or says what is wrong with it.
     *
     * @throws UnreadableFileException if the folder, its checksums, hashes or N-Quads are not there or cannot be read
     */
    public ReleaseProof prove() {
        for (String needed : List.of(Checksums.NAME, Manifest.HASHES, QUADS)) {
            if (!Files.isRegularFile(folder.resolve(needed))) {
                throw new UnreadableFileException(
                        folder.resolve(needed).toString(),
                        "give the folder that 'export --to' wrote, with this file as it was written");
            }
        }
        try {
            List<String> faults = new ArrayList<>();
            List<String> changed = new ArrayList<>();
            int files = files(faults, changed);
            List<GraphLines> graphs = graphs(faults);
            Release release = GraphLines.release(graphs);
            hashes(release, faults);
            faults.addAll(traced(changed));
            return new ReleaseProof(
                    release, graphs.stream().mapToLong(GraphLines::triples).sum(), files, faults);
        } catch (IOException e) {
            throw new UnreadableFileException(folder.toString(), e);
        } catch (UncheckedIOException e) {
            throw new UnreadableFileException(
                    folder.toString(), e.getCause() == null ? new IOException(e) : e.getCause());
        }
    }

    private int files(List<String> faults, List<String> changed) throws IOException {
        SortedMap<String, String> sums;
        try {
            sums = Checksums.read(folder).sums();
        } catch (BrokenFileException e) {
            faults.add(e.getMessage() + "; no file was compared with it");
            return 0;
        }
        Set<String> there = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> there.add(file.getFileName().toString()));
        }
        there.remove(Checksums.NAME);
        for (Map.Entry<String, String> sum : sums.entrySet()) {
            if (!there.remove(sum.getKey())) {
                faults.add(sum.getKey() + ": missing; " + Checksums.NAME + " lists it");
            } else if (!Sha256.of(folder.resolve(sum.getKey())).equals(sum.getValue())) {
                changed.add(sum.getKey());
                faults.add(sum.getKey() + ": changed; it has another SHA-256 than " + Checksums.NAME + " says");
            }
        }
        there.forEach(extra -> faults.add(extra + ": not of this release; " + Checksums.NAME + " does not list it"));
        return sums.size();
    }

    /** What was changed in which dump, where one with the named graphs is as it was. */
    private List<String> traced(List<String> changed) throws IOException {
        Optional<String> whole = NAMED.stream()
                .filter(name -> !changed.contains(name) && Files.isRegularFile(folder.resolve(name)))
                .findFirst();
        List<String> traced = new ArrayList<>();
        if (whole.isPresent()) {
            for (String dump : DUMPS) {
                if (changed.contains(dump)) {
                    traced.addAll(new Tracing(folder, work, memory).trace(dump, whole.get()));
                }
            }
        }
        return traced;
    }

    private List<GraphLines> graphs(List<String> faults) {
        try {
            return new GraphSorter(work, memory).graphs(folder.resolve(QUADS), Lang.NQUADS);
        } catch (BrokenFileException e) {
            faults.add(e.getMessage());
            return List.of();
        }
    }

    private void hashes(Release release, List<String> faults) throws IOException {
        SortedMap<String, String> said = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve(Manifest.HASHES))) {
            int space = line.lastIndexOf(' ');
            said.put(line.substring(0, Math.max(0, space)), line.substring(space + 1));
        }
        SortedMap<String, String> all = new TreeMap<>(said);
        all.putAll(release.graphs());
        all.keySet().forEach(graph -> compare(graph, said, release, faults));
        String whole = Sha256.of(folder.resolve(Manifest.HASHES));
        if (!whole.equals(release.hash())) {
            faults.add("release: the hash of " + Manifest.HASHES + " is " + whole + ", that of the graphs in " + QUADS
                    + " is " + release.hash());
        }
        manifest()
                .filter(hash -> !hash.equals(whole))
                .ifPresent(hash -> faults.add("release: " + Manifest.NAME + " says " + hash + ", the hash of "
                        + Manifest.HASHES + " is " + whole));
    }

    private static void compare(String graph, Map<String, String> said, Release release, List<String> faults) {
        String name = graph.isEmpty() ? "triples outside of any graph" : "graph <" + graph + ">";
        if (!said.containsKey(graph)) {
            faults.add(name + ": not of this release; " + QUADS + " holds it and " + Manifest.HASHES + " does not");
        } else if (!release.graphs().containsKey(graph)) {
            faults.add(name + ": missing; " + Manifest.HASHES + " lists it and " + QUADS + " does not hold it");
        } else if (!said.get(graph).equals(release.graphs().get(graph))) {
            faults.add(name + ": differs; its hash is " + release.graphs().get(graph) + " in " + QUADS + ", and "
                    + said.get(graph) + " in " + Manifest.HASHES);
        }
    }

    /** The release's hash as the manifest gives it, if there is a manifest that can be read. */
    private Optional<String> manifest() throws IOException {
        Path file = folder.resolve(Manifest.NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (JsonReader json = Json.createReader(Files.newBufferedReader(file))) {
            return Optional.of(json.readObject().getString("release", ""));
        } catch (JsonException e) {
            return Optional.of("nothing that can be read");
        }
    }
}
