// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.cli.OnRecord;

/** The guide's commands are run one after the other in a home that holds its example and nothing else. */
class CodingGuideTest {
    private static final Path GUIDE = Path.of("src/site/markdown/coding-guide.md");
    private static final Path EXAMPLE = Path.of("src/test/resources/guide");
    private static final Pattern COMMAND = Pattern.compile("(?m)^ {7}onrecord (.*)$");
    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    private Path home;

    @BeforeEach
    void copiesTheProjectWithTheExample() throws IOException {
        copy(Path.of("ontology"), home.resolve("ontology"));
        Files.createDirectories(home.resolve("queries"));
        Files.createDirectories(home.resolve("data/articles"));
        Files.createDirectories(home.resolve("data/reference"));
        Files.createDirectories(home.resolve("texts"));
        Files.copy(EXAMPLE.resolve("x.ttl"), home.resolve("data/articles/x.ttl"));
        Files.copy(EXAMPLE.resolve("reference.ttl"), home.resolve("data/reference/reference.ttl"));
        Files.copy(EXAMPLE.resolve("x.txt"), home.resolve("texts/x.txt"));
    }

    @Test
    void everyCommandOfTheGuideSucceeds() throws IOException {
        List<String> commands = COMMAND.matcher(Files.readString(GUIDE))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(commands).hasSizeGreaterThanOrEqualTo(6);
        for (String command : commands) {
            StringWriter output = new StringWriter();
            PrintWriter writer = new PrintWriter(output);
            int exit = OnRecord.run(arguments(command), writer, writer);
            assertThat(exit).as(command + "\n" + output).isZero();
        }
    }

    @Test
    void theExampleIsInTheLayoutThatTheFormatCommandWrites() throws IOException {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        int exit = OnRecord.run(new String[] {"format", "--check", EXAMPLE.toString()}, writer, writer);

        assertThat(exit).as(output.toString()).isZero();
    }

    /** The arguments of a command line, with its paths below the temporary home. */
    private String[] arguments(String command) {
        return ARGUMENT.matcher(command)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .map(word -> word.equals(".") || word.startsWith("texts") || word.startsWith("data/")
                        ? home.resolve(word).normalize().toString()
                        : word)
                .toArray(String[]::new);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                if (Files.isRegularFile(file)) {
                    Files.copy(file, target);
                }
            }
        }
    }
}
