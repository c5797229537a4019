// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.IOUtils;
import org.onrecord.release.ReleaseHash;
import org.onrecord.release.form.DumpNames;
import org.onrecord.release.form.ReleaseFile;
import org.onrecord.release.line.GraphLines;
import org.onrecord.release.line.GraphSorter;
import org.onrecord.source.Progress;
import org.onrecord.source.Reason;
import org.onrecord.vocabulary.Format;

/**
 * Reads and compares every dump of a release.
 *
 * @param folder the release
 * @param work a folder for temporary files
 * @param memory approximate bytes of lines in memory
 * @param log receives the results
 */
record DumpCheck(Path folder, Path work, long memory, CheckLog log) {
    /**
     * Compares the dumps with each other and with the hashes of the graphs.
     *
     * @param names the sorted names of all files: a file precedes its gzip copy
     * @param hashes the expected hashes of the graphs
     * @param quads the N-Quads
     * @param progress receives the number of compared dumps
     * @return the number of distinct triples; empty if no dump has the expected graphs
     */
    Optional<Long> check(Collection<String> names, ReleaseHash hashes, DumpContent quads, Progress progress)
            throws IOException {
        boolean quadsVerified = quads.release().equals(hashes);
        String trig = DumpNames.of(Format.TRIG);
        Optional<DumpContent> other =
                quadsVerified || !names.contains(trig) ? Optional.empty() : log.read(folder.resolve(trig), sorter());
        Optional<DumpContent> whole = quadsVerified
                ? Optional.of(quads)
                : other.filter(dump -> dump.release().equals(hashes));
        if (whole.isEmpty()) {
            log.fault("other dumps: not compared; " + quads.name() + " does not match " + GraphLines.HASHES
                    + ", and no other dump does");
            return Optional.empty();
        }
        DumpContent merged = DumpContent.merged(whole.get(), sorter());
        if (!quadsVerified) {
            reportDifference(quads, whole.get());
            log.same(trig);
        }
        Set<String> others = new TreeSet<>(names);
        others.removeIf(file -> !file.startsWith(DumpNames.FILE));
        others.removeAll(List.of(quads.name(), whole.get().name()));
        check(others, expected(whole.get(), merged), progress);
        return Optional.of(merged.triples());
    }

    /** Compares dumps with their expected content at the same time; a gzip copy is compared after its original. */
    private void check(Collection<String> files, Map<String, Expected> expected, Progress progress) throws IOException {
        Map<String, List<String>> copies =
                files.stream().collect(Collectors.groupingBy(ReleaseFile::unpacked, TreeMap::new, Collectors.toList()));
        List<Callable<CheckLog>> tasks = new ArrayList<>();
        copies.forEach((plain, both) -> tasks.add(() -> {
            CheckLog part = new CheckLog(log);
            DumpCheck check = new DumpCheck(folder, work, share(), part);
            both.forEach(file -> check.check(file, Optional.ofNullable(expected.get(plain))));
            return part;
        }));
        new Tasks(progress, "files").run(tasks).forEach(log::add);
    }

    /** The memory for one of several checks at the same time. */
    private long share() {
        return Math.max(1, memory / Runtime.getRuntime().availableProcessors());
    }

    /**
     * The expected content of a dump.
     *
     * @param content the content, merged like the dump
     * @param named the content with named graphs
     */
    private record Expected(DumpContent content, DumpContent named) {}

    private GraphSorter sorter() {
        return new GraphSorter(work, memory);
    }

    private void check(String file, Optional<Expected> expected) {
        String plain = ReleaseFile.unpacked(file);
        if (!plain.equals(file) && log.isAsWritten(plain)) {
            packed(file, plain);
            return;
        }
        if (expected.isEmpty()) {
            log.wrong(file, "is not a dump of this release; remove it");
            return;
        }
        log.read(folder.resolve(file), sorter()).ifPresent(dump -> {
            compare(dump, expected.get());
            dump.deleteFiles();
        });
    }

    /** The content of each possible dump, by file name: all named graphs, all graphs merged, or one graph. */
    private static Map<String, Expected> expected(DumpContent whole, DumpContent merged) {
        Map<String, Expected> expected = new HashMap<>();
        for (Format format : DumpNames.FORMATS) {
            String name = DumpNames.of(format);
            expected.put(name, new Expected(DumpNames.isNamed(name) ? whole : merged, whole));
            whole.graphs()
                    .forEach(graph -> expected.put(
                            DumpNames.of(format, graph.graph()),
                            new Expected(
                                    new DumpContent(whole.name(), List.of(graph.unnamed())),
                                    new DumpContent(whole.name(), List.of(graph)))));
        }
        return expected;
    }

    private void compare(DumpContent dump, Expected expected) {
        boolean named = dump.graphs().stream().anyMatch(graph -> !graph.graph().isEmpty());
        if (dump.release().equals(expected.content().release())) {
            log.same(dump.name());
        } else if (named && !dump.isNamed()) {
            log.wrong(dump.name(), "has named graphs, but its format has none");
        } else {
            reportDifference(dump, expected.named());
        }
    }

    private void reportDifference(DumpContent dump, DumpContent named) {
        try {
            new DumpDifference(named, work, memory).describe(dump).forEach(log::fault);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares a gzip copy with its verified original. */
    private void packed(String file, String plain) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(file)));
                InputStream other = Files.newInputStream(folder.resolve(plain))) {
            if (IOUtils.contentEquals(in, other)) {
                log.same(file);
            } else {
                log.wrong(file, "differs from " + plain);
            }
        } catch (IOException e) {
            log.wrong(file, "cannot be decompressed: " + Reason.of(e));
        }
    }
}
