// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskTest {
    private static final String HOME = "src/test/resources/query/home";

    @TempDir
    private Path folder;

    /** Output and exit code of a command line. */
    private record Run(int code, String out, String err) {}

    private static Run run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] args =
                Stream.concat(Arrays.stream(words), Stream.of("--home", HOME)).toArray(String[]::new);
        int code = OnRecord.run(args, new PrintWriter(out), new PrintWriter(err));
        return new Run(
                code, out.toString().replace("\r\n", "\n"), err.toString().replace("\r\n", "\n"));
    }

    @Test
    void runsQuestionOfCatalogue() {
        assertThat(run("ask", "who-says", "about=ÇAY", "from=2023-10-05")).isEqualTo(new Run(0, """
                says          on          s
                ------------  ----------  -------------
                Tea is cold.  2023-10-06  statement/s-3
                1 row
                """, ""));
    }

    @Test
    void runsQueryOfUser() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain.rq"), "SELECT (1 AS ?one) {}");
        assertThat(run("ask", "--file", plain.toString(), "--format", "csv").out())
                .isEqualTo("one\n1\n");
        assertThat(run("ask", "--query", "ASK {}").out()).isEqualTo("yes\n");
        assertThat(run("ask", "--query", "SELECT ?s { ?s ?p ?o }", "limit=1").out())
                .endsWith("\n1 row\n");
        assertThat(run("ask", "--file", HOME + "/queries/who-says.rq", "about=green tea")
                        .out())
                .contains("statement/s-2");
        assertThat(run("ask", "all-about", "thing=tea", "--format", "TTL").out())
                .contains("\"Çay\"@tr");
    }

    @Test
    void tellsOnStandardErrorHowAnOfficeIsRead() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        OnRecord.run(
                new String[] {
                    "ask",
                    "statements",
                    "speaker=President Hask",
                    "--format",
                    "csv",
                    "--home",
                    "src/test/resources/sample"
                },
                new PrintWriter(out),
                new PrintWriter(err));

        assertThat(err.toString())
                .isEqualToIgnoringNewLines("onrecord: 'President Hask' is read as Joren Hask,"
                        + " President of Tarsia from 2025-09-01 (person/joren-hask)");
        assertThat(out.toString()).contains("Joren Hask").doesNotContain("\nAna Velin,");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            who-sais                           | Unknown question 'who-sais'; similar: who-says; 'onrecord queries' lists the questions
            who-says about=topic/tee           | Unknown entity 'topic/tee'; similar: topic/tea
            who-says abuot=topic/tea           | 'who-says' has no parameter 'abuot'; similar: 'about'
            who-says about=topic/tea from=soon | Invalid date 'soon': use an existing date, such as 2023-10-05
            who-says                           | 'about' (Subject, entity) is missing; use about=VALUE
            who-says about=Ceylon              | about=corridor/ceylon  Ceylon corridor (corridor)
            who-says tea                       | Invalid value 'tea': use key=value, with quotes around spaces
            is-green --format ttl              | Invalid format 'ttl': use one of text, json, xml
            is-green --format docx             | Invalid format 'docx': use one of text, json, xml
            is-green --file q.rq               | Use either a question name, --file or --query
            is-green --endpoint file:/x        | Invalid endpoint 'file:/x': use an absolute http or https URL
            --query ASK{?s}                    | --query:1:
            --query ASK{SERVICE<http://localhost:9/>{?s?p?o}} | (--allow-service)
            """)
    void rejectsInvalidUsageWithRemedy(String line, String message) {
        Run run = run(("ask " + line).split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("onrecord: ").contains(message);
    }

    @Test
    void distinguishesInvalidFileFromInvalidUsage() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.rq"), "SELECT ?s\n{ ?s ?p }");
        assertThat(run("ask", "--file", broken.toString()))
                .satisfies(run -> assertThat(run.code()).isEqualTo(3))
                .satisfies(run -> assertThat(run.err()).contains("broken.rq:2:9: Encountered \"}\""));
        assertThat(run("ask", "--file", folder.resolve("none.rq").toString()))
                .satisfies(run -> assertThat(run.code()).isEqualTo(3))
                .satisfies(run -> assertThat(run.err()).contains("none.rq' does not exist; check the path"));
    }

    @Test
    void sendsQuestionToEndpoint() {
        var elsewhere = RDFParser.fromString(
                        "<https://w3id.org/onrecord/id/statement/far> <http://example.org/about>"
                                + " <https://w3id.org/onrecord/id/topic/tea> ; <http://example.org/form> <x:f> ;"
                                + " <http://example.org/on> 'then' ; <http://example.org/size> 1 ;"
                                + " <http://example.org/says> 'far' .",
                        org.apache.jena.riot.Lang.TURTLE)
                .toDatasetGraph();
        FusekiServer server =
                FusekiServer.create().port(0).add("/there", elsewhere).build().start();
        try {
            String url = "http://localhost:" + server.getPort() + "/there/sparql";
            assertThat(run("ask", "who-says", "about=Çay", "--endpoint", url, "--format", "csv"))
                    .isEqualTo(new Run(0, "says,on,s\nfar,then,https://w3id.org/onrecord/id/statement/far\n", ""));
            assertThat(run("ask", "is-green", "--endpoint", url).out()).isEqualTo("no\n");
            assertThat(run("ask", "all-about", "thing=tea", "--endpoint", url)).isEqualTo(new Run(0, "", ""));
            assertThat(run("ask", "is-green", "--endpoint", url + "/nowhere"))
                    .satisfies(run -> assertThat(run.code()).isEqualTo(4))
                    .satisfies(run -> assertThat(run.err()).contains(url + "/nowhere returned 404 Not Found"));
        } finally {
            server.stop();
        }
    }

    @Test
    void reportsUnreachableEndpoint() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        String url = "http://127.0.0.1:" + closed + "/sparql";
        assertThat(run("ask", "is-green", "--endpoint", url))
                .satisfies(run -> assertThat(run.code()).isEqualTo(4))
                .satisfies(run ->
                        assertThat(run.err()).startsWith("onrecord: The endpoint " + url + " cannot be reached: "));
    }

    @Test
    void listsQuestions() {
        assertThat(run("queries").out()).contains("""
                who-says
                    Who says what
                    about=  Subject: entity
                    form=  Form of speech: code(form), optional
                """, "    onrecord ask who-says about=\"Green tea\" form=indirect\n");
        assertThat(run("queries", "--format", "json").out())
                .contains("\"name\" : \"is-green\"", "\"type\" : \"code(form)\"");
    }
}
