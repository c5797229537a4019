// SPDX-License-Identifier: Apache-2.0
package org.onrecord;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of a folder, which a test may change. */
public final class CopiedFolder {
    private CopiedFolder() {}

    /** Copies the files of a folder, and of its folders, into another, which need not exist. */
    public static Path copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(from)) {
            files = found.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        return to;
    }
}
