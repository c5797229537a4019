// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.onrecord.Eventually;

/** Posts that once took minutes or the heap: each is answered in time, and the next post is validated. */
@DisplayName("attack on /validate => answer")
class CheckerAttackTest {
    private static final Duration SOON = Duration.ofSeconds(7);
    private static final int MOST_CHARACTERS = 500_000;
    private static final String PREFIXES = """
            @prefix rec: <https://w3id.org/onrecord/ontology#> .
            @prefix s: <https://record.velmora.example/id/statement/> .
            @prefix p: <https://record.velmora.example/id/person/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            """;

    private final RunningSite site = RunningSite.get();

    static Stream<Arguments> attacks() {
        String digits = "7".repeat(1_000_000);
        String name = "a".repeat(25_000);
        return Stream.of(
                Arguments.of("an integer of 1,000,000 digits", one(digits), 422),
                Arguments.of("a decimal of 1,000,000 digits", one("0." + digits), 422),
                Arguments.of("a double of 1,000,000 digits", one(digits + "e1"), 422),
                Arguments.of("a duration of 1,000,000 digits", one("\"P" + digits + "D\"^^xsd:duration"), 422),
                Arguments.of("a duration of 10 digits", one("\"P2147483647D\"^^xsd:duration"), 422),
                Arguments.of("a duration of 6 digits", one("\"P100000DT1.1234567S\"^^xsd:duration"), 200),
                Arguments.of("a year of 1,000,000 digits", one("\"" + digits + "-01-01\"^^xsd:date"), 422),
                Arguments.of("two names of 25,000 letters", "p:" + name + " a rec:" + name + "b .", 422),
                Arguments.of("a list of 500,000 items", one("(" + "1 ".repeat(500_000) + ")"), 413),
                Arguments.of("a list of 50,000 items", one("(" + "1 ".repeat(50_000) + ")"), 0),
                Arguments.of("30,000 prefixes", many(30_000, "@prefix p%d: <a:%<d> ."), 200),
                Arguments.of("a prefix of 1,900 letters used 40,000 times", prefixed(), 413),
                Arguments.of("a text of 1,000,000 letters", one("\"" + "x".repeat(1_000_000) + "\""), 200),
                Arguments.of(
                        "30,000 blank nodes in one another's place",
                        one("[] , []".repeat(1) + ", []".repeat(30_000)),
                        0),
                Arguments.of("8,000 empty statements", many(8_000, "s:z%d a rec:Statement ."), 0),
                Arguments.of("5,000 misspelt classes", many(5_000, "s:y%d a rec:Statemen%<d ."), 0),
                Arguments.of(
                        "one subject with 40,000 wrong values",
                        "s:x a rec:Statement ; rec:speaker "
                                + IntStream.range(0, 40_000)
                                        .mapToObj(i -> "\"" + i + "\"")
                                        .collect(Collectors.joining(","))
                                + " .",
                        0),
                Arguments.of("one undefined object used 10,000 times", many(10_000, "s:w%d rec:speaker p:nobod ."), 0));
    }

    @ParameterizedTest(name = "{0} => {2}")
    @MethodSource("attacks")
    void answersInTime(String name, String turtle, int status) {
        HttpResponse<String> answer = Eventually.found(
                "a validation that is not refused because of another",
                () -> Optional.of(timed(PREFIXES + turtle))
                        .filter(given -> !given.body().contains("Another text")));
        assertThat(answer.statusCode())
                .as(answer.body())
                .isIn(status == 0 ? new Object[] {200, 413, 503} : new Object[] {status});
        assertThat(answer.body())
                .hasSizeLessThan(MOST_CHARACTERS)
                .doesNotContain("a".repeat(1_500))
                .doesNotContain("null\"");
    }

    private HttpResponse<String> timed(String turtle) {
        return assertTimeout(SOON, () -> site.post("/validate", "text/turtle", turtle, "Accept", "application/json"));
    }

    @Test
    @DisplayName("250 lines that are all wrong => 200 findings, and how many more there are of which shape")
    void shortensTheReport() {
        String text = PREFIXES + many(120, "s:v%d a rec:Statement .");
        HttpResponse<String> answer =
                Eventually.found("a report", () -> Optional.of(timed(text)).filter(given -> given.statusCode() == 200));
        JsonObject report = Json.createReader(new StringReader(answer.body())).readObject();
        long omitted = report.getJsonArray("omitted").getValuesAs(JsonObject.class).stream()
                .mapToLong(some -> some.getJsonNumber("count").longValue())
                .sum();
        assertThat(report.getJsonArray("findings")).hasSize(200);
        assertThat(omitted + 200)
                .isEqualTo(report.getInt("violations") + report.getInt("warnings") + report.getInt("infos"));
        assertThat(omitted).isGreaterThan(500);
    }

    private static String one(String object) {
        return "s:z rec:content " + object + " .";
    }

    private static String many(int count, String line) {
        return IntStream.range(0, count).mapToObj(line::formatted).collect(Collectors.joining("\n"));
    }

    private static String prefixed() {
        return "@prefix q: <http://example.org/" + "p".repeat(1_900) + "> .\n" + many(40_000, "q:%d q:b q:c .");
    }
}
