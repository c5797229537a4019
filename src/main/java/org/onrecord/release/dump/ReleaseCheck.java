// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onrecord.release.ReleaseHash;
import org.onrecord.release.Sha256;
import org.onrecord.release.form.DumpNames;
import org.onrecord.release.form.Manifest;
import org.onrecord.release.form.ReleaseFile;
import org.onrecord.release.line.GraphLines;
import org.onrecord.release.line.GraphSorter;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.Progress;
import org.onrecord.source.UnreadableFileException;
import org.onrecord.vocabulary.Format;

/**
 * Verifies a release. Checksums alone are not sufficient, because they can be rewritten with a modified file: every
 * dump is parsed and compared with the graph hashes.
 */
public final class ReleaseCheck {
    private final Path folder;
    private final Path work;
    private final long memory;
    private final Progress progress;
    private final Set<String> names = new TreeSet<>();
    private final CheckLog log = new CheckLog();

    /**
     * Creates a check.
     *
     * @param folder the release
     * @param work an empty folder for temporary files
     * @param memory approximate bytes of lines in memory
     * @param progress receives the number of compared dumps
     */
    public ReleaseCheck(Path folder, Path work, long memory, Progress progress) {
        this.folder = folder;
        this.work = work;
        this.memory = memory;
        this.progress = progress;
    }

    /**
     * Verifies the release. Must be called only once.
     *
     * @throws UnreadableFileException if the folder, its checksums, hashes or N-Quads are missing or unreadable
     */
    public Result verify() {
        try {
            try (Stream<Path> files = Files.list(folder)) {
                files.forEach(file -> names.add(file.getFileName().toString()));
            }
            List.of(Checksums.NAME, GraphLines.HASHES).forEach(this::need);
            need(quads());
            Map<String, String> sums = sums();
            Optional<DumpContent> content = log.read(folder.resolve(quads()), new GraphSorter(work, memory));
            if (content.isPresent()) {
                graphs(content.get(), sums);
            }
            return log.result(content, sums.keySet());
        } catch (IOException e) {
            throw new UnreadableFileException(folder.toString(), e);
        } catch (UncheckedIOException e) {
            throw new UnreadableFileException(
                    folder.toString(), e.getCause() == null ? new IOException(e) : e.getCause());
        }
    }

    /** The name of the N-Quads: the gzip file if there is no other. */
    private String quads() {
        String plain = DumpNames.of(Format.NQUADS);
        return names.contains(plain + ReleaseFile.EXTENSION) && !names.contains(plain)
                ? plain + ReleaseFile.EXTENSION
                : plain;
    }

    private void need(String file) {
        if (!names.contains(file)) {
            throw new UnreadableFileException(
                    folder.resolve(file).toString(), "use the unmodified folder written by 'export --to'");
        }
    }

    /** Compares the checksums and returns the actual ones of the existing files that have one. */
    private Map<String, String> sums() throws IOException {
        SortedMap<String, String> sums;
        try {
            sums = Checksums.read(folder).sums();
        } catch (BrokenFileException e) {
            log.fault(e.getMessage() + "; no checksums were compared");
            return Map.of();
        }
        Map<String, String> actual = sums.keySet().parallelStream()
                .filter(names::contains)
                .collect(Collectors.toMap(file -> file, file -> Sha256.of(folder.resolve(file))));
        sums.forEach((file, sum) -> {
            if (actual.containsKey(file) && !sum.equals(actual.get(file))) {
                log.changed(file, "its SHA-256 differs from " + Checksums.NAME);
            } else if (!names.contains(file) && !names.contains(file + ReleaseFile.EXTENSION)) {
                log.fault(file + ": missing, but listed in " + Checksums.NAME);
            }
        });
        names.stream()
                .filter(file -> !file.equals(Checksums.NAME) && !sums.containsKey(file))
                .forEach(extra -> log.fault(extra + ": not listed in " + Checksums.NAME));
        return actual;
    }

    /** Compares the graphs with their hashes, and all other dumps and the manifest with the graphs. */
    private void graphs(DumpContent quads, Map<String, String> sums) throws IOException {
        ReleaseHash expected = expected();
        compare(expected, quads);
        boolean verified = quads.release().equals(expected);
        if (verified) {
            log.same(quads.name());
            log.same(GraphLines.HASHES);
        }
        Optional<Long> triples = new DumpCheck(folder, work, memory, log).check(names, expected, quads, progress);
        boolean derived = quads.graphs().stream().anyMatch(graph -> ReleaseHash.isDerived(graph.graph()));
        if (derived && !names.contains(Manifest.NAME)) {
            log.fault(Manifest.NAME + ": missing; it has the hashes of derived graphs");
        }
        if (names.contains(Manifest.NAME) && verified && triples.isPresent() && !log.hasChanged()) {
            Optional<String> fault = new ManifestCheck(folder, sums).fault(quads, triples.get());
            fault.ifPresentOrElse(log::fault, () -> log.same(Manifest.NAME));
        }
    }

    /** The graph hashes stored in the release. */
    private ReleaseHash expected() throws IOException {
        SortedMap<String, String> expected = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve(GraphLines.HASHES))) {
            int space = line.lastIndexOf(' ');
            expected.put(line.substring(0, Math.max(0, space)), line.substring(space + 1));
        }
        return new ReleaseHash(expected);
    }

    private void compare(ReleaseHash expected, DumpContent quads) {
        SortedMap<String, String> all = new TreeMap<>(expected.graphs());
        all.putAll(quads.release().graphs());
        all.keySet().forEach(graph -> compare(graph, expected.graphs(), quads));
        String whole = Sha256.of(folder.resolve(GraphLines.HASHES));
        if (!whole.equals(quads.release().hash())) {
            log.fault("release: the hash of " + GraphLines.HASHES + " is " + whole + ", that of the graphs in "
                    + quads.name() + " is " + quads.release().hash());
        }
    }

    private void compare(String graph, Map<String, String> expected, DumpContent quads) {
        String name = graph.isEmpty() ? "triples outside of any graph" : "graph <" + graph + ">";
        String hash = quads.release().graphs().getOrDefault(graph, "");
        if (!expected.containsKey(graph)) {
            log.fault(name + ": not of this release; " + quads.name() + " contains it, but " + GraphLines.HASHES
                    + " does not list it");
        } else if (hash.isEmpty()) {
            log.fault(name + ": missing; " + GraphLines.HASHES + " lists it, but " + quads.name()
                    + " does not contain it");
        } else if (!hash.equals(expected.get(graph))) {
            log.fault(name + ": differs; its hash is " + hash + " in " + quads.name() + ", and " + expected.get(graph)
                    + " in " + GraphLines.HASHES);
        }
    }

    /**
     * Result of verifying a release.
     *
     * @param release the computed hashes
     * @param quads the number of quads
     * @param same the names of the files that match the graphs
     * @param summed the names of the files of which only the checksum was compared
     * @param faults the faults; empty if the release is valid
     */
    public record Result(ReleaseHash release, long quads, List<String> same, List<String> summed, List<String> faults) {
        public Result {
            same = List.copyOf(same);
            summed = List.copyOf(summed);
            faults = List.copyOf(faults);
        }

        /** Whether there are no faults. */
        public boolean holds() {
            return faults.isEmpty();
        }
    }
}
