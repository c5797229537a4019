// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.option;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onrecord.source.Reason;
import org.onrecord.source.SourceFile;
import org.onrecord.source.UnreadableFileException;

/**
 * Watches files by comparing times and sizes. Several changes within a period, such as a {@code git checkout} of many
 * files, are reported once. WatchService is not used: it needs a registration per folder, and does not work on network
 * drives.
 */
public final class FileWatch {
    private final List<Path> roots;
    private final List<String> extensions;
    private final Duration period;
    private final Map<Path, String> initial;

    /**
     * Records the current state of the files.
     *
     * @param roots files, and folders that are searched; what does not exist is watched for
     * @param extensions the extensions of files in folders, such as {@code .ttl}
     * @param period the time between two scans, or ten times what a scan takes; a change is reported after a scan without
     *     further changes
     */
    public FileWatch(List<Path> roots, List<String> extensions, Duration period) {
        this.roots = List.copyOf(roots);
        this.extensions = List.copyOf(extensions);
        this.period = period;
        this.initial = files().orElse(Map.of());
    }

    /**
     * Calls an action after each change, in a daemon thread.
     *
     * @param console receives messages of exceptions thrown by the action
     */
    public void start(Runnable changed, Consumer<String> console) {
        Thread thread = new Thread(() -> run(() -> call(changed, console)), "watch");
        thread.setDaemon(true);
        thread.start();
    }

    private static void call(Runnable changed, Consumer<String> console) {
        try {
            changed.run();
        } catch (RuntimeException | Error e) {
            console.accept("onrecord: the change was not published: " + Reason.of(e));
        }
    }

    /** Calls an action after each change, until the thread is interrupted. */
    public void run(Runnable changed) {
        Map<Path, String> seen = initial;
        Optional<Map<Path, String>> before = Optional.of(seen);
        long scan = 0;
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(Math.max(period.toNanos(), 10 * scan));
            long start = System.nanoTime();
            Optional<Map<Path, String>> now = files();
            scan = System.nanoTime() - start;
            if (now.isPresent() && now.equals(before) && !now.get().equals(seen)) {
                seen = now.get();
                changed.run();
            }
            before = now;
        }
    }

    /** The state of each file, or empty if a file was deleted during the scan. */
    private Optional<Map<Path, String>> files() {
        try {
            return Optional.of(roots.stream()
                    .filter(Files::exists)
                    .flatMap(this::below)
                    .collect(Collectors.toMap(
                            file -> file, file -> SourceFile.at(file).state(), (a, b) -> a)));
        } catch (UncheckedIOException | UnreadableFileException e) {
            return Optional.empty();
        }
    }

    private Stream<Path> below(Path root) {
        if (Files.isRegularFile(root)) {
            return Stream.of(root);
        }
        try (Stream<Path> files = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> extensions.stream().anyMatch(file.toString()::endsWith))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
