// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.line;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.function.IOConsumer;
import org.onrecord.release.CanonicalLines;

/**
 * Sorts distinct lines by code point with an external merge sort: sorted runs are written to disk and merged at the
 * end. Not thread-safe and not reusable.
 */
public final class LineSorter {
    /** Memory overhead per line in bytes. */
    private static final int OVERHEAD = 64;

    private static final int MAX_OPEN_FILES = 64;

    private final Path folder;
    private final long memory;
    private final List<String> buffer = new ArrayList<>();
    private final AtomicLong weight = new AtomicLong();
    private final List<Path> runs = new ArrayList<>();

    /**
     * Creates a sorter.
     *
     * @param folder a folder for temporary files
     * @param memory approximate bytes of lines in memory
     */
    public LineSorter(Path folder, long memory) {
        this.folder = folder;
        this.memory = memory;
    }

    /**
     * Adds a line, without line end.
     *
     * @throws UncheckedIOException if a run cannot be written
     */
    public void add(String line) {
        buffer.add(line);
        if (weight.addAndGet(2L * line.length() + OVERHEAD) > memory) {
            try {
                spill(List.of());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Writes all distinct lines, sorted, each with a line feed.
     *
     * @throws UncheckedIOException if a file cannot be read or written
     */
    public void writeTo(Path file) {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            each(line -> out.append(line).append('\n'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Passes all distinct lines, sorted, to a consumer. */
    public void each(IOConsumer<String> lines) throws IOException {
        while (runs.size() > MAX_OPEN_FILES) {
            List<Path> first = List.copyOf(runs.subList(0, MAX_OPEN_FILES));
            runs.removeAll(first);
            spill(first);
        }
        merge(runs, lines);
        runs.clear();
    }

    /** Writes the lines in memory and those of some runs to another run. */
    private void spill(List<Path> some) throws IOException {
        Path run = Files.createTempFile(folder, "run-", ".lines");
        try (BufferedWriter out = Files.newBufferedWriter(run)) {
            merge(some, line -> out.append(line).append('\n'));
        }
        runs.add(run);
    }

    /** Merges the lines in memory and those of some runs, and deletes them. */
    private void merge(List<Path> some, IOConsumer<String> lines) throws IOException {
        String[] sorted = buffer.toArray(String[]::new);
        buffer.clear();
        weight.set(0);
        Arrays.parallelSort(sorted, CanonicalLines::compareCodePoints);
        PriorityQueue<Head> heads = new PriorityQueue<>();
        add(Arrays.asList(sorted).iterator(), heads);
        List<Closeable> open = new ArrayList<>();
        try {
            for (Path run : some) {
                BufferedReader reader = Files.newBufferedReader(run);
                open.add(reader);
                add(reader.lines().iterator(), heads);
            }
            String last = "\n";
            while (!heads.isEmpty()) {
                Head head = heads.remove();
                if (!head.line().equals(last)) {
                    lines.accept(head.line());
                }
                last = head.line();
                add(head.rest(), heads);
            }
        } finally {
            IOUtils.closeQuietly(open);
        }
        for (Path run : some) {
            Files.delete(run);
        }
    }

    private static void add(Iterator<String> rest, PriorityQueue<Head> heads) {
        if (rest.hasNext()) {
            heads.add(new Head(rest.next(), rest));
        }
    }

    /** The next line of a run, and the rest of it. */
    private record Head(String line, Iterator<String> rest) implements Comparable<Head> {
        @Override
        public int compareTo(Head other) {
            return CanonicalLines.compareCodePoints(line, other.line);
        }
    }
}
