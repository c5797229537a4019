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
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.io.IOUtils;
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
            spill();
        }
    }

    /**
     * Adds sorted lines.
     *
     * @throws UncheckedIOException if they cannot be written
     */
    public void addSorted(Iterator<String> lines) {
        Path run = run();
        try (BufferedWriter out = Files.newBufferedWriter(run)) {
            while (lines.hasNext()) {
                out.append(lines.next()).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        runs.add(run);
    }

    /**
     * Writes all distinct lines, sorted, each with a line feed.
     *
     * @throws UncheckedIOException if a file cannot be read or written
     */
    public void writeTo(Path file) {
        if (!buffer.isEmpty() || runs.isEmpty()) {
            spill();
        }
        while (runs.size() > MAX_OPEN_FILES) {
            List<Path> first = new ArrayList<>(runs.subList(0, MAX_OPEN_FILES));
            runs.removeAll(first);
            runs.add(merge(first, run()));
        }
        merge(List.copyOf(runs), file);
        runs.clear();
    }

    private void spill() {
        buffer.sort(CanonicalLines::compareCodePoints);
        addSorted(buffer.iterator());
        buffer.clear();
        weight.set(0);
    }

    private Path run() {
        try {
            return Files.createTempFile(folder, "run-", ".lines");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path merge(List<Path> runs, Path file) {
        List<Closeable> open = new ArrayList<>();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            PriorityQueue<Head> heads = new PriorityQueue<>();
            for (Path run : runs) {
                BufferedReader lines = Files.newBufferedReader(run);
                open.add(lines);
                add(lines, heads);
            }
            String last = "\n";
            while (!heads.isEmpty()) {
                Head head = heads.remove();
                if (!head.line().equals(last)) {
                    out.append(head.line()).append('\n');
                }
                last = head.line();
                add(head.rest(), heads);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            IOUtils.closeQuietly(open);
        }
        delete(runs);
        return file;
    }

    private static void add(BufferedReader rest, PriorityQueue<Head> heads) throws IOException {
        String line = rest.readLine();
        if (line != null) {
            heads.add(new Head(line, rest));
        }
    }

    private static void delete(List<Path> runs) {
        try {
            for (Path run : runs) {
                Files.delete(run);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next line of a run, and the rest of it. */
    private record Head(String line, BufferedReader rest) implements Comparable<Head> {
        @Override
        public int compareTo(Head other) {
            return CanonicalLines.compareCodePoints(line, other.line);
        }
    }
}
