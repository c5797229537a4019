// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.cli.option.ExitCode;
import org.onrecord.evidence.CodedArticle;

/** Messages and exit codes of the jar for invalid input. */
class BadInputIT {
    private static final String PERSON = "<https://w3id.org/onrecord/id/person/berta> a rec:Person ; ";
    private static final String XSD = "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n";

    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void writeHome() throws IOException {
        home = SmallHome.write(folder.resolve("home"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "validate"})
    void reportsFileLineAndColumnOfSyntaxError(String command) throws Exception {
        SmallHome.file(home, "data/bad.ttl", PERSON + "\n  rec:name \"Berta\"\n  rec:name \"Bertha\" .");
        refuses(command, ExitCode.BROKEN, "data/bad.ttl:6:3: ", "expected ';'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "validate"})
    void rejectsInvalidDate(String command) throws Exception {
        SmallHome.file(home, "data/bad.ttl", XSD + PERSON + "rec:name \"2023-02-30\"^^xsd:date .");
        refuses(command, ExitCode.BROKEN, "data/bad.ttl:5:", "'2023-02-30' not valid for datatype XSD date");
    }

    @Test
    void rejectsInvalidShapeRuleAndQuestion() throws Exception {
        SmallHome.file(home, "ontology/shapes/bad.ttl", "recs:bad a sh:PropertyShape ; sh:path 3 .");
        refuses("serve", ExitCode.BROKEN, "ontology/shapes/bad.ttl:", "Invalid shape; correct it");
        Files.delete(home.resolve("ontology/shapes/bad.ttl"));
        Path rule = Files.createDirectories(home.resolve("ontology/rules")).resolve("bad.rq");
        Files.writeString(rule, "CONSTRUCT { ?s ?p ?o }\nWHERE { ?s ?p }");
        refuses("serve", ExitCode.BROKEN, "ontology/rules/bad.rq:2:15: ");
        Files.delete(rule);
        Files.writeString(home.resolve("queries/bad.rq"), "#+ title: Bad\n#+ description: Bad.\nSELECT ?s { ?s ?p }");
        refuses("serve", ExitCode.BROKEN, "queries/bad.rq:3:19: ");
        refuses("queries", ExitCode.BROKEN, "queries/bad.rq:3:19: ");
    }

    @Test
    void doesNotServeHomeWithViolation() throws Exception {
        SmallHome.file(home, "data/bad.ttl", "\n" + PERSON.replace(" ; ", " ."));
        refuses(
                "serve",
                ExitCode.WRONG,
                "data/bad.ttl:5:47: violation: A person has no name.",
                "focus   id/person/berta",
                "path    rec:name",
                "remedy  Give it one with rec:name.",
                "1 violation in ",
                "onrecord: not served");
    }

    @Test
    void suggestsTermForUndefinedOne() throws Exception {
        Path edited = folder.resolve("data/reference/topics.ttl");
        Files.createDirectories(edited.getParent());
        Files.writeString(
                edited, Program.text(Path.of("data/reference/topics.ttl")).replace("rec:Topic", "rec:Topik"));
        Run run = Program.run(folder, "validate", edited);
        assertThat(run.code()).isEqualTo(ExitCode.WRONG);
        assertThat(run.out())
                .containsPattern("topics.ttl:\\d+:\\d+: violation: ")
                .contains("'rec:Topik' is not defined; did you mean rec:Topic?");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "validate", "queries", "ask x", "verify --articles ."})
    void reportsMissingFolder(String line) throws Exception {
        FileUtils.deleteDirectory(home.resolve("data").toFile());
        refuses(line, ExitCode.BROKEN, "home/data' does not exist; ", "--home DIR");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            who-sais                           | Unknown question 'who-sais'; similar: who-says;
            who-says abuot=topic/tea           | has no parameter 'abuot'; similar: 'about'
            who-says about=topic/tee           | Unknown entity 'topic/tee'; similar: topic/tea
            who-says about=topic/tea from=soon | Invalid date 'soon': use an existing date, such as
            who-says about=topic/tea limit=x   | Invalid limit 'x': use one integer from 0
            who-says about=Ceylon              | about=corridor/ceylon  Ceylon corridor (corridor)
            """)
    void reportsInvalidQuestionWithSuggestion(String words, String message) throws Exception {
        Path tea = Path.of("src/test/resources/query/home").toAbsolutePath();
        Run run = run("ask " + words, tea);
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("onrecord: ").contains(message);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            serve --prot 3030            | Unknown option
            serve --port 99999           | Invalid port '99999': use 0 to 65535
            serve --port many            | 'many'
            validate --format docx       | 'docx'
            sevre                        | Did you mean: onrecord serve
            verify                       | Missing required argument (specify one of these): (--articles
            ask --query SELECT*{?s}      | --query:1:
            """)
    void reportsInvalidCommand(String line, String message) throws Exception {
        Run run = Program.run(folder, (Object[]) line.split(" "));
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(message).doesNotContain("bug of On Record");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LF                      | 0 | id/article/x: verified by 'a.txt': 3 spans, 2 quotations, 1 mention
            CRLF                    | 1 | id/article/x: altered: 'a.txt' is an altered copy of its text: Windows line ends (CRLF)
            BOM                     | 1 | id/article/x: altered: 'a.txt' is an altered copy of its text: byte order mark
            agreed for disagreed    | 1 | id/article/x: altered: 'a.txt' is an altered copy of its text:
            none                    | 1 | id/article/x: missing: no file in
            """)
    void describesAlterationOfArticleText(String change, int code, String message) throws Exception {
        Files.writeString(home.resolve("data/x.ttl"), CodedArticle.turtle());
        Path texts = Files.createDirectory(folder.resolve("texts"));
        if (!change.equals("none")) {
            Files.writeString(texts.resolve("a.txt"), changed(change), StandardCharsets.UTF_8);
        }
        Run run = run("verify --articles texts", home);
        assertThat(run.code()).isEqualTo(code);
        assertThat(run.out()).contains(message);
    }

    private static String changed(String change) {
        return switch (change) {
            case "CRLF" -> CodedArticle.TEXT.replace("\n", "\r\n");
            case "BOM" -> "\uFEFF" + CodedArticle.TEXT;
            case "LF" -> CodedArticle.TEXT;
            default -> CodedArticle.TEXT.replace("agreed", "disagreed");
        };
    }

    private void refuses(String line, int code, String... messages) throws Exception {
        Run run = run(line, home);
        assertThat(run.code()).isEqualTo(code);
        assertThat(run.err() + run.out()).contains(messages).doesNotContain("bug of On Record");
        assertThat(run.out()).doesNotContain("answering after");
    }

    private Run run(String line, Path at) throws Exception {
        String whole = line + (line.startsWith("serve") ? " --port 0" : "") + " --home " + at;
        return Program.run(folder, (Object[]) whole.split(" "));
    }
}
