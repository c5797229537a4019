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
 * Reads every dump of a release and compares what it says.
 *
 * @param folder the release
 * @param work a folder for what is needed meanwhile
 * @param memory about how many bytes of lines are held
 * @param log is told
 */
record DumpCheck(Path folder, Path work, long memory, CheckLog log) {
    /**
     * Compares the dumps with each other and with the hashes of the graphs.
     *
     * @param names the names of all files, sorted: a file stands before its packed copy
     * @param hashes the hashes that the graphs should have
     * @param quads the N-Quads
     * @return how many triples the graphs hold together; empty if no dump has the graphs as they should be
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
            log.fault("other dumps: not compared; " + quads.name() + " has not the graphs of " + GraphLines.HASHES
                    + ", and there is no other dump that has");
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
     * What a dump should say.
     *
     * @param content the same, in as many graphs
     * @param named the same, in its named graphs
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
            log.wrong(file, "is no dump of this release; take it away");
            return;
        }
        log.read(folder.resolve(file), sorter()).ifPresent(dump -> {
            compare(dump, expected.get());
            dump.deleteFiles();
        });
    }

    /** Everything in its named graphs, everything merged, or one graph; empty for a file that no export writes. */
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
            log.wrong(dump.name(), "puts triples into named graphs, where a dump of its kind has none");
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

    /** Compares what is packed with what it was packed from, which is right; where that is not, each is read for itself. */
    private void packed(String file, String plain) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(file)));
                InputStream other = Files.newInputStream(folder.resolve(plain))) {
            if (IOUtils.contentEquals(in, other)) {
                log.same(file);
            } else {
                log.wrong(file, "holds something else than " + plain);
            }
        } catch (IOException e) {
            log.wrong(file, "cannot be unpacked: " + Reason.of(e));
        }
    }
}
