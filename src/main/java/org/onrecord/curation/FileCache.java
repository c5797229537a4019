// SPDX-License-Identifier: Apache-2.0
package org.onrecord.curation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.onrecord.source.SourceFile;
import org.onrecord.source.TurtleFile;
import org.onrecord.source.TurtleReader;

/** Parsed Turtle files, read again only if time, size or file key differ. Thread-safe. */
final class FileCache {
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /**
     * A file as it was read.
     *
     * @param source the file
     * @param state time, size and key before it was read
     * @param parsed its content
     */
    record Entry(SourceFile source, String state, TurtleFile parsed) {
        /** Whether the file on disk is still the one that was read. */
        boolean isCurrent() {
            return source.state().equals(state);
        }
    }

    /** The content of files, in the order given. */
    List<TurtleFile> read(List<SourceFile> files) {
        return files.parallelStream().map(this::read).toList();
    }

    /** The file of a name as it was last read. */
    Optional<Entry> entry(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    private TurtleFile read(SourceFile file) {
        return entries.compute(file.name(), (name, known) -> known != null && known.isCurrent() ? known : parse(file))
                .parsed();
    }

    private static Entry parse(SourceFile file) {
        String state = file.state();
        return new Entry(file, state, TurtleReader.read(file));
    }
}
