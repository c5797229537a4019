// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.curation.HomeEdit;
import org.onrecord.curation.NewHome;
import org.onrecord.source.Home;
import org.onrecord.source.SourceFile;

/** A fault in a sheet is reported with its place and a remedy, all faults at once, and nothing is written. */
class SheetFaultsTest {
    private static final Path ARTICLES = Path.of("src/test/resources/guide");

    @TempDir
    private Path home;

    private String sheet = "";

    @BeforeEach
    void codesAnArticle() throws IOException {
        NewHome.of("https://harbour.example/record/", "Harbour on record").create(home);
        for (String name : List.of("ferry.txt", "ferry.yaml")) {
            Files.copy(ARTICLES.resolve(name), home.resolve("texts").resolve(name));
        }
        assertThat(compile().problems()).isEmpty();
        sheet = Files.readString(home.resolve("texts/ferry.yaml"));
    }

    private CompileOutcome compile() {
        Sheets sheets = new Sheets(new HomeEdit(Home.at(home)), home.resolve("texts"));
        SourceFile file = new SourceFile("ferry.yaml", home.resolve("texts/ferry.yaml"));
        return sheets.compile(List.of(file), CompileOptions.NONE.creating());
    }

    /** Replacements in the sheet, and what the message says after the place. */
    static Stream<Arguments> faults() {
        return Stream.of(
                fault("said: told\n", "saidd: told\n", "Unknown key 'saidd'; did you mean 'said'?"),
                fault(
                        "act: promise",
                        "act: promis",
                        "Unknown code 'promis' of the scheme speech-act; did you mean 'promise'?"),
                fault(
                        "by: Mayor Ida Holm",
                        "by: Mayor Ida Helm",
                        "The text does not have 'Mayor Ida Helm'",
                        "goes on 'Holm",
                        "not 'Helm'"),
                fault(
                        "text: Nobody on the island will be cut off",
                        "text: nobody on the island will be cut off",
                        "with other capitals"),
                fault(
                        "text: Nobody on the island will be cut off",
                        "text: the",
                        "'the' stands 3 times in the text",
                        "[the]",
                        "square brackets"),
                fault(
                        "    who: person/ida-holm\n    act: promise",
                        "    act: promise",
                        "'she' names no actor of 'names'; say 'who: person/ida-holm'"),
                fault("    answers: 5", "    answers: 55", "There is no statement '55'"),
                fault("id: 3", "id: 2", "The id 2 is already used"),
                fault("id: 3", "id: three", "Invalid id 'three'; write a number from 1"),
                fault("day: 2031-03-03", "day: 3 March", "Invalid day '3 March'; write 2023-10-04"),
                fault("day: 2031-03-03", "day: 2031-02-30", "Invalid day '2031-02-30'; write 2023-10-04"),
                fault(
                        "    to: organization/council\n",
                        "    tells: {of: organization/council, head: person/ida-holm, asOf: 2031-03}\n",
                        "Invalid value '2031-03' of 'asOf'; write 2023-10-04"),
                fault(
                        "published: 2031-03-04",
                        "published: yesterday",
                        "Invalid value 'yesterday' of 'published'; write 2023-10-04"),
                fault("text: ferry.txt", "text: ../../ferry.txt", "outside the folder of texts"),
                fault("text: ferry.txt", "text: fery.txt", "has no file 'fery.txt'"),
                fault("article: ferry\n", "article: Ferry\n", "Invalid article 'Ferry'"),
                fault("statements:\n", "statments:\n", "Unknown key 'statments'; did you mean 'statements'?"),
                fault(
                        "says: Nobody",
                        "says: Promise: Nobody",
                        "Invalid YAML: mapping values are not allowed here",
                        "Quote a text that contains ': '"),
                fault("says: Nobody on", "says: Nobody #on", "'#' after words begins a comment"),
                fault("topics: ferries\n    to:", "topics: *ferries\n    to:", "Aliases ('*') are not allowed"),
                fault("topics: ferries\n    to:", "topics: &f ferries\n    to:", "Anchors ('&') are not allowed"),
                fault("topics: ferries\n    to:", "topics: !!str ferries\n    to:", "Tags ('!') are not allowed"),
                fault(
                        "    to: organization/council\n",
                        "    to: organization/council\n    to: organization/council\n",
                        "The key 'to' occurs again; it is already at"),
                fault("    to: organization/council\n", "\tto: organization/council\n", "Invalid YAML", "not tabs"),
                fault("says: Nordline is to get more money.", "says:", "The key 'says' has an empty value"),
                fault(
                        "facility/sand-island-ferry: [Ferry to Sand Island, The ferry to Sand Island]",
                        "facility/sand-island-ferry: [the winter, Mayor Ida Holm, The ferry to Sand Island]",
                        "in brackets the comma separates two items"),
                fault(
                        "affirms: nobody-cut-off",
                        "affirms: nobody-cut-off\n    denies: nobody-cut-off",
                        "affirms and denies the same claim"),
                fault("to: person/ida-holm", "to: Holm Ida", "Nothing is called 'Holm Ida'"),
                fault(
                        "text: what it would cost",
                        "text:\n      - what it would\n      - would cost",
                        "Two stretches of 'text' overlap"));
    }

    private static Arguments fault(String from, String to, String... messages) {
        return Arguments.of(from, to, List.of(messages));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void reportsFaults(String from, String to, List<String> messages) throws IOException {
        assertThat(sheet).contains(from);
        String broken = sheet.replace(from, to);
        Files.writeString(home.resolve("texts/ferry.yaml"), broken);
        Map<String, String> before = bytes();
        CompileOutcome outcome = compile();
        assertThat(outcome.succeeded()).as(to).isFalse();
        String all = outcome.problems().toString();
        assertThat(all).contains(messages).contains("ferry.yaml:");
        assertThat(bytes()).isEqualTo(before);
    }

    private Map<String, String> bytes() throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.put(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return bytes;
    }

    @Test
    void reportsAllFaultsAtOnceInOrder() throws IOException {
        String broken = sheet.replace("act: promise", "act: promis").replace("by: Nordline", "by: Norline");
        Files.writeString(home.resolve("texts/ferry.yaml"), broken);
        List<String> problems =
                compile().problems().stream().map(Object::toString).toList();
        assertThat(problems).hasSizeGreaterThanOrEqualTo(2);
        assertThat(problems.get(0)).startsWith("ferry.yaml:" + line(broken, "promis") + ":10: Unknown code 'promis'");
        assertThat(problems.get(1))
                .startsWith("ferry.yaml:" + line(broken, "Norline") + ":9: The text does not have 'Norline'");
    }

    private static long line(String text, String words) {
        return text.substring(0, text.indexOf(words)).lines().count();
    }

    @Test
    void refusesOversizedSheet() throws IOException {
        Files.writeString(home.resolve("texts/ferry.yaml"), "# " + "x".repeat(10 << 20));
        assertThat(compile().problems().toString()).contains("larger than 8 MiB");
    }

    @Test
    void saysHowTheTextWasAltered() throws IOException {
        Path text = home.resolve("texts/ferry.txt");
        Files.writeString(text, Files.readString(text).replace("\n", "\r\n"));
        assertThat(compile().problems().toString())
                .contains("The text is not the one that was coded")
                .contains("Windows line ends")
                .contains("--new-text");
    }

    @Test
    void readsWindowsLineEndsAndByteOrderMark() throws IOException {
        Files.writeString(home.resolve("texts/ferry.yaml"), "\uFEFF" + sheet.replace("\n", "\r\n"));
        CompileOutcome outcome = compile();
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.written()).isEmpty();
    }

    @Test
    void readsFlowMappingsAndSequences() throws IOException {
        String flow = sheet.replaceAll("(?s)  - id: 3\\n.*?topics: ferries\\n", """
                  - {id: 3, by: she, said: said, text: [Nobody on the island will be cut off], who: person/ida-holm,
                     act: [promise], says: Nobody on Sand Island will be cut off., "affirms": nobody-cut-off,
                     topics: 'ferries'}
                """);
        assertThat(flow).contains("{id: 3");
        Files.writeString(home.resolve("texts/ferry.yaml"), flow);
        CompileOutcome outcome = compile();
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.written()).isEmpty();
    }

    /** Sheets with random edits, as a slip of the hand or a merge leaves them: compiled, or refused with a place. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void randomEditsAreCompiledOrRefused(long seed) throws IOException {
        Random random = new Random(seed);
        Map<String, String> before = bytes();
        for (int i = 0; i < 40; i++) {
            String edited = edited(random, random.nextInt(3) + 1);
            Files.writeString(home.resolve("texts/ferry.yaml"), edited);
            CompileOutcome outcome = compile();
            if (!outcome.succeeded()) {
                assertThat(outcome.problems())
                        .as(edited)
                        .isNotEmpty()
                        .allSatisfy(problem -> assertThat(problem.toString())
                                .matches("(?s)[^\n]*(?:ferry\\.yaml|\\.ttl|\\.txt)\\b.*"));
                Files.writeString(home.resolve("texts/ferry.yaml"), sheet);
                assertThat(bytes()).as(edited).isEqualTo(before);
            }
            restore(before);
        }
    }

    private String edited(Random random, int edits) {
        List<String> marks = List.of(
                "{",
                "}",
                "[",
                "]",
                "\"",
                "'",
                ": ",
                " #",
                "- ",
                "*",
                "&a ",
                "!x ",
                "|",
                ">",
                "? ",
                "%",
                "@",
                "\t",
                "\n",
                "\r",
                "\u0000",
                "\u2028",
                "\uD83D\uDE00",
                "..",
                " .. ",
                "120-140",
                "[x]",
                "~",
                "null",
                "---\n");
        StringBuilder text = new StringBuilder(sheet);
        for (int i = 0; i < edits; i++) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, marks.get(random.nextInt(marks.size())));
                case 2 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
                default -> {
                    int line = Math.max(text.lastIndexOf("\n", at), 0);
                    int next = Math.max(text.indexOf("\n", line + 1), line);
                    String moved = text.substring(line, next);
                    text.delete(line, next)
                            .insert(Math.max(text.indexOf("\n", random.nextInt(text.length())), 0), moved);
                }
            }
        }
        return text.toString();
    }

    private void restore(Map<String, String> before) throws IOException {
        for (String file : bytes().keySet()) {
            if (!before.containsKey(file)) {
                Files.delete(Path.of(file));
            }
        }
        for (Map.Entry<String, String> file : before.entrySet()) {
            Files.write(Path.of(file.getKey()), file.getValue().getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void treatsKindsOfQuotationMarksAsEqual() throws IOException {
        String typed = sheet.replace(
                        "text: Nobody on the island will be cut off",
                        "text: '\"Nobody on the island will be cut off,\" she'")
                .replace(
                        "who: person/ida-holm\n    act: promise",
                        "who: person/ida-holm\n    quote: Nobody on the island will be cut off\n    act: promise");
        Files.writeString(home.resolve("texts/ferry.yaml"), typed);
        assertThat(compile().problems().toString()).doesNotContain("does not have");
    }
}
