// SPDX-License-Identifier: Apache-2.0
package org.onrecord.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The operator's guide and the one of replicas, whose examples are tried. */
final class Guide {
    /** The guide of replicas. */
    static final Path REPLICAS = Path.of("src/site/markdown/replicas.md");

    private static final Path FILE = Path.of("src/site/markdown/operation.md");

    private Guide() {}

    /** The whole text. */
    static String text() throws IOException {
        return Files.readString(FILE);
    }

    /** The indented example that follows a heading, without its indentation. */
    static String example(String heading) throws IOException {
        return example(FILE, heading);
    }

    /** The example that follows a heading of a guide. */
    static String example(Path guide, String heading) throws IOException {
        return Files.readString(guide)
                .lines()
                .dropWhile(line -> !line.equals("## " + heading))
                .skip(1)
                .dropWhile(line -> !line.startsWith("    "))
                .takeWhile(line -> line.isBlank() || line.startsWith("    "))
                .map(String::stripTrailing)
                .map(line -> line.isEmpty() ? line : line.substring(4))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
