// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.line;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.onrecord.release.CanonicalLines;

/** Merges sorted files without duplicates. Not thread-safe. */
final class Merge implements Iterator<String>, Closeable {
    private final List<Closeable> open = new ArrayList<>();
    private final PriorityQueue<Head> heads = new PriorityQueue<>();

    private Merge() {}

    /** The next line of a file, and its iterator. */
    private record Head(String line, Iterator<String> rest) implements Comparable<Head> {
        @Override
        public int compareTo(Head other) {
            return CanonicalLines.compareCodePoints(line, other.line);
        }
    }

    /** Opens the files. */
    static Merge of(List<Path> files) throws IOException {
        Merge merge = new Merge();
        for (Path file : files) {
            BufferedReader lines = Files.newBufferedReader(file);
            merge.open.add(lines);
            merge.add(lines.lines().iterator());
        }
        return merge;
    }

    private void add(Iterator<String> lines) {
        if (lines.hasNext()) {
            heads.add(new Head(lines.next(), lines));
        }
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public String next() {
        Head head = heads.poll();
        if (head == null) {
            throw new NoSuchElementException();
        }
        add(head.rest());
        Head equal = heads.peek();
        while (equal != null && equal.line().equals(head.line())) {
            add(heads.remove().rest());
            equal = heads.peek();
        }
        return head.line();
    }

    @Override
    public void close() throws IOException {
        for (Closeable file : open) {
            file.close();
        }
    }
}
