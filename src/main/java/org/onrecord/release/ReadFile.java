// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.onrecord.source.Progress;
import org.onrecord.source.SourceFile;
import org.onrecord.source.TurtleFile;
import org.onrecord.source.TurtleReader;

/**
 * A file and its content.
 *
 * @param file the file as it was read
 * @param content its triples
 */
record ReadFile(LoadedFile file, TurtleFile content) {
    /** The most files that are in memory at the same time. */
    private static final int SOME = 64;

    private static ReadFile of(SourceFile source) {
        String state = source.state();
        byte[] bytes = source.bytes();
        return new ReadFile(LoadedFile.of(source, state, bytes), TurtleReader.graph(source, bytes));
    }

    /** Reads files, in the order given. */
    static List<ReadFile> all(List<SourceFile> files, Progress progress) {
        List<ReadFile> read = new ArrayList<>();
        some(files, progress, read::addAll);
        return read;
    }

    /**
     * Reads files, in the order given, some at a time.
     *
     * @param some receives them; what it does not keep is not kept
     */
    static void some(List<SourceFile> files, Progress progress, Consumer<List<ReadFile>> some) {
        AtomicLong done = new AtomicLong();
        for (int from = 0; from < files.size(); from += SOME) {
            some.accept(files.subList(from, Math.min(from + SOME, files.size())).parallelStream()
                    .map(ReadFile::of)
                    .peek(file -> progress.part("files", done.incrementAndGet(), files.size()))
                    .toList());
        }
    }
}
