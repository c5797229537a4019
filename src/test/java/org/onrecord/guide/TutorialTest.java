// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.cli.OnRecord;
import org.onrecord.release.Loader;
import org.onrecord.release.Loading;
import org.onrecord.source.Home;
import org.onrecord.vocabulary.Rec;

/** The tutorial's commands are run one after the other, from an empty folder; its sheets are what an editor saves. */
class TutorialTest {
    private static final Path TUTORIAL = Path.of("src/site/markdown/tutorial.md");
    private static final Path ARTICLES = Path.of("src/test/resources/guide");
    private static final Pattern COMMAND = Pattern.compile("(?m)^ {4,7}onrecord (.*)$");
    private static final Pattern ARGUMENT = Pattern.compile("(\\S+=)?\"([^\"]*)\"|(\\S+)");

    @TempDir
    private Path folder;

    private final List<String> outputs = new ArrayList<>();

    @Test
    void everyCommandSucceeds() throws IOException {
        for (String article : List.of("ferry", "nordline", "island")) {
            Files.copy(ARTICLES.resolve(article + ".txt"), folder.resolve(article + ".txt"));
        }
        List<String> commands = COMMAND.matcher(Files.readString(TUTORIAL))
                .results()
                .map(found -> found.group(1))
                .filter(command -> !command.startsWith("serve"))
                .toList();
        assertThat(commands).hasSizeGreaterThanOrEqualTo(15);
        for (String command : commands) {
            run(command);
        }

        Loading loading = new Loader(Home.at(folder.resolve("record")), step -> {}).load();
        assertThat(loading).isInstanceOf(Loading.Ready.class);
        Loading.Ready ready = (Loading.Ready) loading;
        assertThat(ready.release().base().iri()).isEqualTo("https://harbour.example/record/");
        assertThat(ready.release().count(Rec.ARTICLE)).isEqualTo(3);
        assertThat(ready.release().count(Rec.STATEMENT)).isEqualTo(17);
        assertThat(String.join("\n", outputs))
                .contains("Nobody on Sand Island will be cut off.")
                .contains("complete");
        assertThat(folder.resolve("dump/onrecord.nq.gz")).exists();
    }

    private void run(String command) throws IOException {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        int exit = OnRecord.run(arguments(command), writer, writer);
        assertThat(exit).as(command + "\n" + output).isZero();
        outputs.add(output.toString());
        if (command.startsWith("new ")) {
            String sheet = command.split("\\s+")[1].replace(".txt", ".yaml");
            Files.copy(
                    ARTICLES.resolve(sheet),
                    folder.resolve("record/texts").resolve(sheet),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void showsTheSheetOfTheFirstArticle() throws IOException {
        String sheet = Files.readString(ARTICLES.resolve("ferry.yaml"))
                .lines()
                .map(line -> line.isEmpty() ? line : "       " + line)
                .reduce("", (all, line) -> all + line + "\n");
        assertThat(Files.readString(TUTORIAL)).contains(sheet);
    }

    /** The arguments of a command line, with its paths below the temporary folder. */
    private String[] arguments(String command) {
        return ARGUMENT.matcher(command)
                .results()
                .map(found -> found.group(3) != null
                        ? found.group(3)
                        : (found.group(1) == null ? "" : found.group(1)) + found.group(2))
                .map(word -> word.matches("record(/.*)?|\\w+\\.txt|dump")
                        ? folder.resolve(word).toString()
                        : word)
                .toArray(String[]::new);
    }
}
