// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.onrecord.http.Problem;
import org.onrecord.http.ProblemException;
import org.onrecord.http.ProblemType;
import org.onrecord.release.Release;
import org.onrecord.release.dump.Bounds;
import org.onrecord.release.dump.Checksums;
import org.onrecord.release.dump.ReleaseFolder;
import org.onrecord.release.dump.ReleaseWriter;
import org.onrecord.release.dump.ScratchFolder;
import org.onrecord.release.form.Context;
import org.onrecord.release.form.DumpNames;
import org.onrecord.release.form.Manifest;
import org.onrecord.release.form.ReleaseFile;
import org.onrecord.release.metadata.Metadata;

/** The files of a release, written once, when they are first asked for. Safe for many threads. */
public final class Published {
    private static final long LONGEST_WAIT_SECONDS = 20;

    /** Removes the files when the release is garbage. */
    private static final Cleaner CLEANER = Cleaner.create();

    private final Release release;
    private final AtomicReference<CompletableFuture<Written>> once = new AtomicReference<>();

    /** The files of a release, none of which is there yet. */
    public Published(Release release) {
        this.release = release;
    }

    /**
     * Files that were written.
     *
     * @param folder holds them
     * @param manifest lists them
     * @param metadata describes them
     */
    record Written(Path folder, Manifest manifest, Metadata metadata) {
        /** Whether no file was removed or cut since. */
        boolean isThere() {
            return Stream.concat(
                                    manifest.files().stream().map(ReleaseFile::name),
                                    Stream.of(Manifest.NAME, Checksums.NAME))
                            .allMatch(name -> Files.isRegularFile(folder.resolve(name)))
                    && manifest.files().stream()
                            .allMatch(
                                    file -> folder.resolve(file.name()).toFile().length() == file.bytes());
        }
    }

    /**
     * The files; the first who asks has them written, and everybody waits for that. Files that somebody removed from the
     * temporary folder are written again.
     *
     * @throws ProblemException 503 if it takes longer than anybody should wait, or they cannot be written
     */
    Written files() {
        CompletableFuture<Written> before = once.get();
        if (before != null
                && before.isDone()
                && !before.isCompletedExceptionally()
                && !before.join().isThere()) {
            once.compareAndSet(before, null);
        }
        return await();
    }

    private Written await() {
        CompletableFuture<Written> mine = new CompletableFuture<>();
        CompletableFuture<Written> there = once.compareAndExchange(null, mine);
        CompletableFuture<Written> written = there == null ? mine : there;
        try {
            if (there == null) {
                Thread writer = new Thread(() -> write(mine), "dumps");
                writer.setDaemon(true);
                writer.start();
            }
            return written.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new ProblemException(
                    Problem.of(ProblemType.OVERLOADED, "The dumps are being written; ask again in a minute."));
        } catch (ExecutionException | OutOfMemoryError e) {
            once.compareAndSet(written, null);
            throw new ProblemException(Problem.of(
                    ProblemType.OVERLOADED,
                    "The dumps could not be written: the server lacks space, rights or memory."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.of(ProblemType.OVERLOADED, "The server is stopping."));
        }
    }

    private void write(CompletableFuture<Written> written) {
        try {
            ScratchFolder scratch = ScratchFolder.in(Path.of(System.getProperty("java.io.tmpdir")), "onrecord-dumps-");
            try {
                written.complete(write(scratch.path().resolve("release")));
                CLEANER.register(this, scratch::close);
            } finally {
                if (!written.isDone()) {
                    scratch.close();
                }
            }
        } catch (IOException | RuntimeException | Error e) {
            written.completeExceptionally(e);
        }
    }

    private Written write(Path folder) {
        ReleaseWriter writer = new ReleaseWriter(release.dataset(), Context.of(release), Bounds.DEFAULTS, step -> {});
        Manifest manifest = writer.to(ReleaseFolder.at(folder), DumpNames.FORMATS, writer.views());
        return new Written(folder, manifest, new Metadata(release.dataset(), manifest));
    }
}
