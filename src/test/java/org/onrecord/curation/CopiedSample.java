// SPDX-License-Identifier: Apache-2.0
package org.onrecord.curation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.onrecord.SampleHome;

/** A copy of the sample home, which a test may change. */
public final class CopiedSample {
    private CopiedSample() {}

    /** Copies the data and texts of the sample into a folder. */
    public static Path in(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(SampleHome.FOLDER)) {
            files = found.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path copy = folder.resolve(SampleHome.FOLDER.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        return folder;
    }
}
