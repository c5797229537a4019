// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.IOUtils;
import org.onrecord.release.ReleaseHash;
import org.onrecord.release.form.DumpNames;
import org.onrecord.release.form.ReleaseFile;
import org.onrecord.release.line.GraphLines;
import org.onrecord.release.line.GraphSorter;
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
     * @return the number of distinct triples; empty if no dump has the expected graphs
     */
    Optional<Long> check(Collection<String> names, ReleaseHash hashes, DumpContent quads) {
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
        DumpContent merged = DumpContent.merged(folder.resolve(whole.get().name()), sorter());
        if (!quadsVerified) {
            reportDifference(quads, whole.get());
            log.same(trig);
        }
        names.stream()
                .filter(file -> file.startsWith(DumpNames.FILE)
                        && !file.equals(quads.name())
                        && !file.equals(whole.get().name()))
                .forEach(file -> check(file, whole.get(), merged));
        return Optional.of(merged.triples());
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

    private void check(String file, DumpContent whole, DumpContent merged) {
        String plain = ReleaseFile.unpacked(file);
        if (!plain.equals(file) && log.isAsWritten(plain)) {
            packed(file, plain);
            return;
        }
        Optional<Expected> expected = expected(plain, whole, merged);
        if (expected.isEmpty()) {
            log.wrong(file, "is not a dump of this release; remove it");
            return;
        }
        log.read(folder.resolve(file), sorter()).ifPresent(dump -> {
            compare(dump, expected.get());
            dump.deleteFiles();
        });
    }

    /** All named graphs, all graphs merged, or one graph; empty for an unknown file. */
    private static Optional<Expected> expected(String file, DumpContent whole, DumpContent merged) {
        if (DumpNames.isNamed(file)) {
            return Optional.of(new Expected(whole, whole));
        }
        if (DumpNames.FORMATS.stream().map(DumpNames::of).anyMatch(file::equals)) {
            return Optional.of(new Expected(merged, whole));
        }
        return whole.graphs().stream()
                .filter(graph -> DumpNames.FORMATS.stream()
                        .anyMatch(format -> DumpNames.of(format, graph.graph()).equals(file)))
                .map(graph -> new Expected(
                        new DumpContent(whole.name(), List.of(graph.unnamed())),
                        new DumpContent(whole.name(), List.of(graph))))
                .findFirst();
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
