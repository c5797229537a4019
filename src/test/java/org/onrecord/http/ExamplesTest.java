// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onrecord.query.Question;
import org.onrecord.site.kind.Filter;

/** Whatever the site of a home shows as an example has an answer with rows in that home. */
class ExamplesTest {
    private static final String QUERY = "application/sparql-query";
    private static final Pattern LINK = Pattern.compile("href=\"(/queries/[^\"]*)\"");
    private static final Pattern SHOWN =
            Pattern.compile("(?s)<code data-example[^>]*>(.*?)</code>|<textarea[^>]*>(.*?)</textarea>");

    private final RunningSite site = RunningSite.get();

    /** This server asks no other endpoint. */
    private static boolean isLocal(Question question) {
        return !question.about().service();
    }

    static Stream<String> questions() {
        return RunningSite.get().catalogue().questions().stream()
                .filter(ExamplesTest::isLocal)
                .map(Question::name);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void ofAQuestionHaveRows(String name) {
        Question question = site.catalogue().find(name).orElseThrow();
        if (question.parameters().isEmpty()) {
            assertAnswered("/queries/" + name);
        } else {
            assertThat(question.examples())
                    .isNotEmpty()
                    .allSatisfy(example -> assertAnswered(Filter.href("/queries/" + name, example.values())));
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void inTheSourceOfAQuestionHaveRows(String name) {
        assertHasRows(site.read("/queries/" + name + ".rq").body());
    }

    @Test
    void onTheFirstPageHaveRows() {
        List<String> links = LINK.matcher(site.read("/", "Accept", "text/html").body())
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .toList();
        assertThat(links).hasSizeGreaterThan(2).allSatisfy(this::assertAnswered);
    }

    @Test
    void inTheEditorHaveRows() {
        List<String> shown = SHOWN.matcher(
                        site.read("/sparql", "Accept", "text/html").body())
                .results()
                .map(ExamplesTest::text)
                .filter(query -> !query.contains("SERVICE"))
                .toList();
        assertThat(shown).hasSizeGreaterThan(10).allSatisfy(this::assertHasRows);
    }

    private static String text(MatchResult shown) {
        return (shown.group(1) == null ? shown.group(2) : shown.group(1))
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    @Test
    void inOpenApiHaveRows() {
        JsonObject paths = Json.createReader(
                        new StringReader(site.read("/openapi.json").body()))
                .readObject()
                .getJsonObject("paths");
        Set<String> asked = new TreeSet<>();
        questions().forEach(name -> asked.addAll(examples(name, paths.getJsonObject("/queries/" + name))));
        assertThat(asked).hasSizeGreaterThan(30).allSatisfy(this::assertAnswered);
    }

    /** The example of each parameter, with those that a question demands. */
    private static Set<String> examples(String question, JsonObject path) {
        Set<String> asked = new TreeSet<>();
        List<JsonObject> parameters = path.getJsonObject("get").getJsonArray("parameters").stream()
                .map(parameter -> parameter.asJsonObject())
                .filter(parameter -> parameter.containsKey("example"))
                .toList();
        parameters.forEach(one -> asked.add("/queries/" + question + "?"
                + parameters.stream()
                        .filter(other -> other.equals(one) || other.getBoolean("required"))
                        .map(ExamplesTest::values)
                        .collect(Collectors.joining("&"))));
        return asked;
    }

    private static String values(JsonObject parameter) {
        List<String> values = new ArrayList<>();
        parameter
                .getJsonArray("example")
                .forEach(value -> values.add(parameter.getString("name") + "="
                        + value.toString().replace("\"", "").replace(" ", "+")));
        return String.join("&", values);
    }

    private void assertAnswered(String address) {
        assertRows(site.read(address, "Accept", "text/csv, text/turtle;q=0.5"), address);
    }

    private void assertHasRows(String query) {
        assertRows(site.post("/sparql", QUERY, query, "Accept", "text/csv, text/turtle;q=0.5"), query);
    }

    private static void assertRows(HttpResponse<String> answer, String asked) {
        assertThat(answer.statusCode()).as(asked + "\n" + answer.body()).isEqualTo(200);
        assertThat(answer.body().lines()).as(asked).hasSizeGreaterThan(1);
    }
}
