// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
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

/** The dump files of a release, written at the first request. Thread-safe. */
public final class PublishedDumps {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final long LARGE = 200_000;

    /** Deletes the files when this object is garbage collected. */
    private static final Cleaner CLEANER = Cleaner.create();

    private final Release release;
    private final AtomicReference<CompletableFuture<Written>> current = new AtomicReference<>();

    /** Creates the dumps of a release, without writing files. */
    public PublishedDumps(Release release) {
        this.release = release;
    }

    /**
     * The written files.
     *
     * @param folder the folder of the files
     * @param manifest the manifest
     * @param metadata the dataset metadata
     */
    record Written(Path folder, Manifest manifest, Metadata metadata) {
        /** Whether all files still exist with their original size. */
        boolean isComplete() {
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
     * Returns the files. The first call writes them, concurrent calls wait. Files removed from the temporary folder are
     * written again.
     *
     * @throws ProblemException 503 if writing takes longer than 20 seconds or fails
     */
    Written files() {
        return files(LONG)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.OVERLOADED, "The dumps are being written. Retry in a minute."));
    }

    /**
     * Returns the files. Those of a large release are written in the background if that takes longer than a tenth of a second.
     *
     * @throws ProblemException 503 if writing fails, or takes longer than 20 seconds for a small release
     */
    Optional<Written> soon() {
        return release.quads() > LARGE ? files(SHORT) : Optional.of(files());
    }

    private Optional<Written> files(Duration wait) {
        CompletableFuture<Written> previous = current.get();
        if (previous != null
                && previous.isDone()
                && !previous.isCompletedExceptionally()
                && written().isEmpty()) {
            current.compareAndSet(previous, null);
        }
        return awaitFiles(wait);
    }

    /** The files if they have been written. */
    Optional<Written> written() {
        CompletableFuture<Written> known = current.get();
        return known == null || !known.isDone() || known.isCompletedExceptionally()
                ? Optional.empty()
                : Optional.of(known.join()).filter(Written::isComplete);
    }

    /** Whether the files are being written. */
    boolean isWriting() {
        CompletableFuture<Written> known = current.get();
        return known != null && !known.isDone();
    }

    /** Starts to write the files, unless that was started. */
    CompletableFuture<Written> start() {
        CompletableFuture<Written> started = new CompletableFuture<>();
        CompletableFuture<Written> running = current.compareAndExchange(null, started);
        if (running != null) {
            return running;
        }
        Thread writer = new Thread(() -> write(started), "dumps");
        writer.setDaemon(true);
        writer.start();
        return started;
    }

    private Optional<Written> awaitFiles(Duration wait) {
        CompletableFuture<Written> written = start();
        try {
            return Optional.of(written.get(wait.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException | OutOfMemoryError e) {
            current.compareAndSet(written, null);
            throw new ProblemException(
                    ProblemType.OVERLOADED,
                    "Cannot write the dumps: check disk space, permissions and memory of the server.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemType.OVERLOADED, "The server is stopping.");
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
        Manifest manifest =
                writer.to(ReleaseFolder.at(folder), DumpNames.FORMATS, writer.views(), List.of(writer.metadata()));
        return new Written(folder, manifest, new Metadata(release.dataset(), manifest));
    }
}
