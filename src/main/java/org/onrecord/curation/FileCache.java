// SPDX-License-Identifier: Apache-2.0
package org.onrecord.curation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.onrecord.release.LoadedFile;
import org.onrecord.release.LoadedHome;
import org.onrecord.source.SourceFile;
import org.onrecord.source.TurtleFile;
import org.onrecord.source.TurtleReader;

/**
 * Parsed Turtle files, read again only if time, size or file key differ. Those that are packaged with the program, with the
 * same bytes, are not parsed. Thread-safe.
 */
final class FileCache {
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Map<String, String> digests;
    private final Map<String, TurtleFile> packaged;

    FileCache(Optional<LoadedHome> packaged) {
        this.digests = packaged.stream()
                .flatMap(home -> Stream.of(home.ontologyFiles(), home.dataFiles()))
                .flatMap(List::stream)
                .collect(Collectors.toMap(LoadedFile::name, LoadedFile::digest));
        this.packaged = packaged.stream()
                .flatMap(home -> home.files().stream())
                .collect(Collectors.toMap(TurtleFile::name, file -> file));
    }

    /** The packaged files, by name. */
    Map<String, TurtleFile> packaged() {
        return packaged;
    }

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

    private Entry parse(SourceFile file) {
        String state = file.state();
        byte[] bytes = file.bytes();
        boolean known = DigestUtils.sha256Hex(bytes).equals(digests.get(file.name()));
        TurtleFile parsed =
                known ? Objects.requireNonNull(packaged.get(file.name())) : TurtleReader.read(file.name(), bytes);
        return new Entry(file, state, parsed);
    }
}
