// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onrecord.source.Reason;

/**
 * Watches the files of a home by comparing times and sizes every 250 ms. Several changes within a period, such as a
 * {@code git checkout} of many files, are reported once. WatchService is not used: it needs a registration per folder,
 * and does not work on network drives.
 */
final class HomeWatch {
    private static final Duration PERIOD = Duration.ofMillis(250);
    private static final List<String> PARTS = List.of("ontology", "data", "queries");

    private final Path home;
    private final Map<Path, String> initial;

    /** Records the current state of the files. */
    HomeWatch(Path home) {
        this.home = home;
        this.initial = files().orElse(Map.of());
    }

    /**
     * Calls an action after each change, in a daemon thread.
     *
     * @param console receives messages of exceptions thrown by the action
     */
    void start(Runnable changed, Consumer<String> console) {
        Thread thread = new Thread(() -> watch(() -> call(changed, console)), "watch");
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

    private void watch(Runnable changed) {
        Map<Path, String> seen = initial;
        Optional<Map<Path, String>> before = Optional.of(seen);
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(PERIOD.toNanos());
            Optional<Map<Path, String>> now = files();
            if (now.isPresent() && now.equals(before) && !now.get().equals(seen)) {
                seen = now.get();
                changed.run();
            }
            before = now;
        }
    }

    /** The state of each Turtle file and query, or empty if a file was deleted during the scan. */
    private Optional<Map<Path, String>> files() {
        try {
            return Optional.of(PARTS.stream()
                    .map(home::resolve)
                    .filter(Files::isDirectory)
                    .flatMap(HomeWatch::below)
                    .collect(Collectors.toMap(file -> file, HomeWatch::state)));
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().endsWith(".ttl") || file.toString().endsWith(".rq"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String state(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return now.lastModifiedTime() + " " + now.size() + " " + now.fileKey();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
