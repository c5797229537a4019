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
 * @param findings is told
 */
record DumpCheck(Path folder, Path work, long memory, Findings findings) {
    /**
     * Compares the dumps with each other and with the hashes of the graphs.
     *
     * @param there the names of all files, sorted: a file stands before its packed copy
     * @param said the hashes that the graphs should have
     * @param quads the N-Quads
     * @return how many triples the graphs hold together; empty if no dump has the graphs as they should be
     */
    Optional<Long> check(Collection<String> there, ReleaseHash said, Content quads) {
        boolean proved = quads.release().equals(said);
        String trig = DumpNames.of(Format.TRIG);
        Optional<Content> other =
                proved || !there.contains(trig) ? Optional.empty() : findings.read(folder.resolve(trig), sorter());
        Optional<Content> whole = proved
                ? Optional.of(quads)
                : other.filter(dump -> dump.release().equals(said));
        if (whole.isEmpty()) {
            findings.fault("other dumps: not compared; " + quads.name() + " has not the graphs of " + GraphLines.HASHES
                    + ", and there is no other dump that has");
            return Optional.empty();
        }
        Content merged = Content.merged(folder.resolve(whole.get().name()), sorter());
        if (!proved) {
            trace(quads, whole.get());
            findings.same(trig);
        }
        there.stream()
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
    private record Expected(Content content, Content named) {}

    private GraphSorter sorter() {
        return new GraphSorter(work, memory);
    }

    private void check(String file, Content whole, Content merged) {
        String plain = ReleaseFile.unpacked(file);
        if (!plain.equals(file) && findings.isAsWritten(plain)) {
            packed(file, plain);
            return;
        }
        Optional<Expected> expected = expected(plain, whole, merged);
        if (expected.isEmpty()) {
            findings.wrong(file, "is no dump of this release; take it away");
            return;
        }
        findings.read(folder.resolve(file), sorter()).ifPresent(dump -> {
            compare(dump, expected.get());
            dump.forget();
        });
    }

    /** Everything in its named graphs, everything merged, or one graph; empty for a file that no export writes. */
    private static Optional<Expected> expected(String file, Content whole, Content merged) {
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
                        new Content(whole.name(), List.of(graph.unnamed())), new Content(whole.name(), List.of(graph))))
                .findFirst();
    }

    private void compare(Content dump, Expected expected) {
        boolean named = dump.graphs().stream().anyMatch(graph -> !graph.graph().isEmpty());
        if (dump.release().equals(expected.content().release())) {
            findings.same(dump.name());
        } else if (named && !dump.isNamed()) {
            findings.wrong(dump.name(), "puts triples into named graphs, where a dump of its kind has none");
        } else {
            trace(dump, expected.named());
        }
    }

    private void trace(Content dump, Content named) {
        try {
            new Tracing(named, work, memory).trace(dump).forEach(findings::fault);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares what is packed with what it was packed from, which is right; where that is not, each is read for itself. */
    private void packed(String file, String plain) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(file)));
                InputStream other = Files.newInputStream(folder.resolve(plain))) {
            if (IOUtils.contentEquals(in, other)) {
                findings.same(file);
            } else {
                findings.wrong(file, "holds something else than " + plain);
            }
        } catch (IOException e) {
            findings.wrong(file, "cannot be unpacked: " + Reason.of(e));
        }
    }
}
