// SPDX-License-Identifier: Apache-2.0
package org.onrecord.publish.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.onrecord.knowledge.Release;
import org.onrecord.knowledge.Sha256;
import org.onrecord.knowledge.line.GraphLines;
import org.onrecord.knowledge.line.GraphSorter;
import org.onrecord.project.BrokenFileException;
import org.onrecord.project.UnreadableFileException;
import org.onrecord.publish.folder.Checksums;
import org.onrecord.publish.folder.Manifest;
import org.onrecord.publish.form.DumpForm;

/**
 * Reckons everything again that a release says of itself. Checksums alone prove little, for who changes a file can write
 * them anew: every dump is read with a parser and compared with the hashes of the graphs.
 */
public final class ReleaseCheck {
    private static final String GZ = ".gz";
    private static final String AGAIN = "; fetch or export it again";

    private final Path folder;
    private final Path work;
    private final long memory;
    private final SortedSet<String> there = new TreeSet<>();
    private final SortedSet<String> changed = new TreeSet<>();
    private final SortedSet<String> same = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();

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
     * Proves the release, or says what is wrong with it. To be called once.
     *
     * @throws UnreadableFileException if the folder, its checksums, hashes or N-Quads are not there or cannot be read
     */
    public ReleaseProof prove() {
        try {
            try (Stream<Path> files = Files.list(folder)) {
                files.forEach(file -> there.add(file.getFileName().toString()));
            }
            List.of(Checksums.NAME, GraphLines.HASHES).forEach(this::need);
            need(quads());
            SortedSet<String> listed = sums();
            Optional<Content> content = read(quads());
            if (content.isPresent()) {
                graphs(content.get());
            }
            listed.removeAll(same);
            Release release = content.map(Content::release).orElse(new Release(new TreeMap<>()));
            return new ReleaseProof(
                    release, content.map(Content::triples).orElse(0L), List.copyOf(same), List.copyOf(listed), faults);
        } catch (IOException e) {
            throw new UnreadableFileException(folder.toString(), e);
        } catch (UncheckedIOException e) {
            throw new UnreadableFileException(
                    folder.toString(), e.getCause() == null ? new IOException(e) : e.getCause());
        }
    }

    /** The name of the N-Quads: the packed ones, where there are no others. */
    private String quads() {
        String plain = DumpForm.NQUADS.file();
        return there.contains(plain + GZ) && !there.contains(plain) ? plain + GZ : plain;
    }

    private void need(String file) {
        if (!there.contains(file)) {
            throw new UnreadableFileException(
                    folder.resolve(file).toString(),
                    "give the folder that 'export --to' wrote, with this file as it was written");
        }
    }

    /** Compares the checksums. The files that are here and have one. */
    private SortedSet<String> sums() throws IOException {
        SortedMap<String, String> sums;
        try {
            sums = Checksums.read(folder).sums();
        } catch (BrokenFileException e) {
            faults.add(e.getMessage() + "; no file was compared with it");
            return new TreeSet<>();
        }
        SortedSet<String> listed = new TreeSet<>();
        for (Map.Entry<String, String> sum : sums.entrySet()) {
            String file = sum.getKey();
            if (!there.contains(file)) {
                faults.add(file + ": missing; " + Checksums.NAME + " lists it");
            } else {
                listed.add(file);
                if (!sum(file).equals(sum.getValue())) {
                    changed.add(file);
                    faults.add(file + ": changed; it has another SHA-256 than " + Checksums.NAME + " says" + AGAIN);
                }
            }
        }
        there.stream()
                .filter(file -> !file.equals(Checksums.NAME) && !sums.containsKey(file))
                .forEach(extra -> faults.add(extra + ": not of this release; " + Checksums.NAME + " does not list it"));
        return listed;
    }

    private String sum(String file) {
        try {
            return Sha256.of(folder.resolve(file));
        } catch (IOException e) {
            throw new UnreadableFileException(folder.resolve(file).toString(), e);
        }
    }

    private Optional<Content> read(String file) {
        try {
            return Optional.of(Content.of(folder.resolve(file), sorter()));
        } catch (BrokenFileException e) {
            faults.add(e.getMessage() + AGAIN);
            return Optional.empty();
        }
    }

    private GraphSorter sorter() {
        return new GraphSorter(work, memory);
    }

    /** Compares the graphs with their hashes, and all other files that say the same with the graphs. */
    private void graphs(Content quads) throws IOException {
        Release said = said();
        compare(said, quads);
        Optional<Content> trig = there.contains(DumpForm.TRIG.file()) ? read(DumpForm.TRIG.file()) : Optional.empty();
        boolean proved = quads.release().equals(said);
        if (proved) {
            same.addAll(List.of(quads.name(), GraphLines.HASHES));
        }
        Content whole =
                trig.filter(dump -> !proved && dump.release().equals(said)).orElse(quads);
        trig.ifPresent(dump -> compare(dump, whole));
        if (!whole.equals(quads)) {
            trace(quads, whole);
        }
        Content merged = Content.merged(folder.resolve(whole.name()), sorter());
        for (DumpForm form : DumpForm.values()) {
            if (!DumpForm.isNamed(form.file())) {
                dumps(form, whole, merged);
            }
        }
        packed();
        if (there.contains(Manifest.NAME) && proved && changed.isEmpty()) {
            new ManifestCheck(folder)
                    .fault(quads, merged.triples())
                    .ifPresentOrElse(faults::add, () -> same.add(Manifest.NAME));
        }
    }

    /** The hashes that the release gives its graphs. */
    private Release said() throws IOException {
        SortedMap<String, String> said = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve(GraphLines.HASHES))) {
            int space = line.lastIndexOf(' ');
            said.put(line.substring(0, Math.max(0, space)), line.substring(space + 1));
        }
        return new Release(said);
    }

    private void compare(Release said, Content quads) throws IOException {
        SortedMap<String, String> all = new TreeMap<>(said.graphs());
        all.putAll(quads.release().graphs());
        all.keySet().forEach(graph -> compare(graph, said.graphs(), quads));
        String whole = Sha256.of(folder.resolve(GraphLines.HASHES));
        if (!whole.equals(quads.release().hash())) {
            faults.add("release: the hash of " + GraphLines.HASHES + " is " + whole + ", that of the graphs in "
                    + quads.name() + " is " + quads.release().hash());
        }
    }

    private void compare(String graph, Map<String, String> said, Content quads) {
        String name = graph.isEmpty() ? "triples outside of any graph" : "graph <" + graph + ">";
        String hash = quads.release().graphs().getOrDefault(graph, "");
        if (!said.containsKey(graph)) {
            faults.add(name + ": not of this release; " + quads.name() + " holds it and " + GraphLines.HASHES
                    + " does not list it");
        } else if (hash.isEmpty()) {
            faults.add(
                    name + ": missing; " + GraphLines.HASHES + " lists it and " + quads.name() + " does not hold it");
        } else if (!hash.equals(said.get(graph))) {
            faults.add(name + ": differs; its hash is " + hash + " in " + quads.name() + ", and " + said.get(graph)
                    + " in " + GraphLines.HASHES);
        }
    }

    private void dumps(DumpForm form, Content whole, Content merged) {
        if (there.contains(form.file())) {
            read(form.file()).ifPresent(dump -> compare(dump, merged, whole));
        }
        for (GraphLines graph : whole.graphs()) {
            String part = form.file(graph.graph());
            if (there.contains(part)) {
                read(part).ifPresent(dump -> compare(dump, new Content(whole.name(), List.of(graph))));
            }
        }
    }

    private void compare(Content dump, Content whole) {
        compare(dump, whole, whole);
    }

    private void compare(Content dump, Content expected, Content whole) {
        if (hashes(dump).equals(hashes(expected))) {
            same.add(dump.name());
        } else {
            trace(dump, whole);
        }
    }

    /** The hashes of the graphs; what is merged has one. */
    private static List<String> hashes(Content content) {
        return content.graphs().stream().map(GraphLines::hash).toList();
    }

    private void trace(Content dump, Content whole) {
        try {
            faults.addAll(new Tracing(whole, work, memory).trace(dump));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares what is packed with what it was packed from. */
    private void packed() {
        for (String file : there) {
            String unpacked = file.endsWith(GZ) ? file.substring(0, file.length() - GZ.length()) : "";
            if (there.contains(unpacked) && !changed.contains(unpacked)) {
                try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(file)));
                        InputStream other = Files.newInputStream(folder.resolve(unpacked))) {
                    if (Sha256.of(in).equals(Sha256.of(other))) {
                        same.add(file);
                    } else {
                        faults.add(file + ": holds something else than " + unpacked + AGAIN);
                    }
                } catch (IOException e) {
                    faults.add(file + ": cannot be unpacked: " + e.getMessage() + AGAIN);
                }
            }
        }
    }
}
