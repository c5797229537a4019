// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
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
    private static ReadFile of(SourceFile source) {
        String state = source.state();
        byte[] bytes = source.bytes();
        return new ReadFile(LoadedFile.of(source, state, bytes), TurtleReader.graph(source, bytes));
    }

    /** Reads files, in the order given. */
    static List<ReadFile> all(List<SourceFile> files, Progress progress) {
        AtomicLong done = new AtomicLong();
        return files.parallelStream()
                .map(ReadFile::of)
                .peek(file -> progress.part("files", done.incrementAndGet(), files.size()))
                .toList();
    }
}
