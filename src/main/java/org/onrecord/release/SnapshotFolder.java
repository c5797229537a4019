// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.commons.io.function.IOConsumer;
import org.onrecord.source.Home;
import org.onrecord.source.Reason;

/**
 * A folder with a snapshot of a loaded home, from which the next start continues. It is locked while it is open, so that only
 * one process uses it. A snapshot is replaced as a whole: a killed process leaves the old one or the new one.
 */
public final class SnapshotFolder implements AutoCloseable {
    private static final String SNAPSHOT = "snapshot";
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final Path folder;
    private final FileChannel lock;
    private final Consumer<String> progress;
    private final AtomicReference<Long> written = new AtomicReference<>(System.nanoTime());
    private final AtomicReference<Optional<LoadedHome>> kept = new AtomicReference<>(Optional.empty());

    private SnapshotFolder(Path folder, FileChannel lock, Consumer<String> progress) {
        this.folder = folder;
        this.lock = lock;
        this.progress = progress;
    }

    /**
     * Opens a folder, which is created if it is missing.
     *
     * @param progress receives one line after each step
     * @throws UncheckedIOException if the folder cannot be written, or another process uses it
     */
    public static SnapshotFolder open(Path folder, Consumer<String> progress) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locks(channel)) {
                channel.close();
                throw new IOException("another process uses it; stop that, or give --store another folder");
            }
            return new SnapshotFolder(folder, channel, progress);
        } catch (IOException e) {
            throw new UncheckedIOException("The store '" + folder + "' cannot be used: " + Reason.of(e), e);
        }
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /**
     * The loaded home of the snapshot.
     *
     * @param home the home that it is of
     * @return empty if there is no snapshot, or none that can be used, which is reported
     */
    public Optional<Loading.Ready> read(Home home) {
        Optional<Loading.Ready> ready = read(folder, home, progress);
        kept.set(ready.map(Loading.Ready::home));
        return ready;
    }

    /** The same of a folder that is only read: another process may use it. */
    public static Optional<Loading.Ready> read(Path folder, Home home, Consumer<String> progress) {
        long start = System.nanoTime();
        Path file = folder.resolve(SNAPSHOT);
        try {
            Loading.Ready ready = Snapshot.read(file, home);
            progress.accept(Loader.step("read the snapshot in " + folder, start));
            return Optional.of(ready);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            progress.accept("'" + file + "' cannot be used: " + Reason.of(e) + "; the files are read instead");
            return Optional.empty();
        }
    }

    /** Whether a folder has a snapshot. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(SNAPSHOT));
    }

    /** Replaces the snapshot, unless it has this home. If that fails, it is reported, and the old one is kept. */
    public void keep(Loading.Ready ready) {
        Optional<LoadedHome> before = kept.getAndSet(Optional.empty());
        if (before.filter(home -> home.hasFilesOf(ready.home())).isEmpty()) {
            write(ready);
        }
    }

    /**
     * Replaces the snapshot after a change, unless that was done within the last minute: the log has what comes after it.
     *
     * @return whether it was time to
     */
    public boolean keepLater(Loading.Ready ready) {
        boolean due = System.nanoTime() - Objects.requireNonNull(written.get()) > PERIOD.toNanos();
        if (due) {
            write(ready);
        }
        return due;
    }

    private void write(Loading.Ready ready) {
        long start = System.nanoTime();
        written.set(start);
        try {
            replace(folder.resolve(SNAPSHOT), out -> Snapshot.write(ready, out));
            progress.accept(Loader.step("wrote the snapshot in " + folder, start));
        } catch (IOException e) {
            progress.accept("warning: the snapshot in '" + folder + "' was not written: " + Reason.of(e)
                    + "; the next start reads the files instead");
        }
    }

    /** Replaces a file as a whole, on the disk: a killed process leaves the old one or the new one. */
    public static void replace(Path file, IOConsumer<OutputStream> content) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                        next,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
                OutputStream out = Channels.newOutputStream(channel)) {
            content.accept(out);
            channel.force(true);
        } catch (IOException e) {
            next.toFile().delete();
            throw e;
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The folder. */
    public Path path() {
        return folder;
    }

    /** Unlocks the folder. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("'" + folder + "' cannot be unlocked: " + Reason.of(e), e);
        }
    }
}
