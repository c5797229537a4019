// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.release.form.ReleaseFile;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.Position;

/**
 * The file {@code SHA256SUMS} for {@code sha256sum -c}.
 *
 * @param sums file name to SHA-256
 */
public record Checksums(SortedMap<String, String> sums) {
    /** The file name. */
    public static final String NAME = "SHA256SUMS";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *]([^/\\\\]+)");

    public Checksums {
        sums = Collections.unmodifiableSortedMap(new TreeMap<>(sums));
    }

    /** The checksums of files. */
    public static Checksums of(Collection<ReleaseFile> files) {
        SortedMap<String, String> sums = new TreeMap<>();
        files.forEach(file -> sums.put(file.name(), file.sha256()));
        return new Checksums(sums);
    }

    /**
     * Reads the file in a folder.
     *
     * @throws BrokenFileException if a line is invalid
     */
    public static Checksums read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        SortedMap<String, String> sums = new TreeMap<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new BrokenFileException(
                        file.toString(),
                        new Position(number, 1),
                        "Invalid line; expected 64 hex digits, two spaces and a file name");
            }
            sums.put(matcher.group(2), matcher.group(1));
        }
        return new Checksums(sums);
    }

    /** The content of the file. */
    public String text() {
        StringBuilder text = new StringBuilder();
        sums.forEach((name, sum) -> text.append(sum).append("  ").append(name).append('\n'));
        return text.toString();
    }
}
