// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.commons.io.FileUtils;

/**
 * A temporary folder. It is deleted on close and at exit; folders of killed processes are deleted by the next process
 * that creates one with the same parent and prefix. A file lock, which the operating system releases with the process,
 * marks a folder as in use.
 */
public final class ScratchFolder implements AutoCloseable {
    private static final String LOCK = ".lock";

    /** A process must not open its own lock files again: closing one would release the lock (POSIX, fcntl). */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;
    private final Thread hook;

    private ScratchFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
        this.hook = new Thread(this::remove, "remove-scratch");
    }

    /**
     * Creates a folder, and deletes those of killed processes.
     *
     * @param parent an existing folder
     * @param prefix the prefix of its name
     */
    public static ScratchFolder in(Path parent, String prefix) throws IOException {
        sweep(parent, prefix);
        String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        Path path = parent.resolve(prefix + random);
        Path file = lockOf(path);
        OWN.add(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        ScratchFolder folder = new ScratchFolder(path, channel);
        Runtime.getRuntime().addShutdownHook(folder.hook);
        try {
            channel.lock();
            Files.createDirectory(path);
            return folder;
        } catch (IOException e) {
            folder.close();
            throw e;
        }
    }

    /** The path of the folder. */
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // Shutdown: the hook is running or has run.
        }
        remove();
    }

    private void remove() {
        try {
            FileUtils.deleteDirectory(path.toFile());
            Files.deleteIfExists(lockOf(path));
            lock.close();
            OWN.remove(lockOf(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path lockOf(Path path) {
        return path.resolveSibling(path.getFileName() + LOCK);
    }

    private static void sweep(Path parent, String prefix) throws IOException {
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(
                parent, file -> isLock(file.getFileName().toString(), prefix) && !OWN.contains(file))) {
            locks.forEach(ScratchFolder::removeIfUnused);
        }
    }

    private static boolean isLock(String name, String prefix) {
        return name.startsWith(prefix) && name.substring(prefix.length()).matches("[0-9a-f]{16}\\" + LOCK);
    }

    private static void removeIfUnused(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                String name = file.getFileName().toString();
                Path folder = file.resolveSibling(name.substring(0, name.length() - LOCK.length()));
                FileUtils.deleteDirectory(folder.toFile());
                Files.deleteIfExists(file);
            }
        } catch (IOException | OverlappingFileLockException e) {
            // In use by another process, or already deleted.
        }
    }
}
