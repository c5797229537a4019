// SPDX-License-Identifier: Apache-2.0
package org.onrecord.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Posts that once took minutes or the heap: each is answered in time, and the next post is validated. */
@DisplayName("attack on /validate => answer")
class CheckerAttackTest {
    private static final Duration SOON = Duration.ofSeconds(7);
    private static final int MOST_CHARACTERS = 500_000;
    private static final String PREFIXES = """
            @prefix rec: <https://w3id.org/onrecord/ontology#> .
            @prefix id: <https://w3id.org/onrecord/id/> .
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
                Arguments.of("a year of 1,000,000 digits", one("\"" + digits + "-01-01\"^^xsd:date"), 422),
                Arguments.of("two names of 25,000 letters", "id:person/" + name + " a rec:" + name + "b .", 422),
                Arguments.of("a list of 500,000 items", one("(" + "1 ".repeat(500_000) + ")"), 413),
                Arguments.of("a list of 50,000 items", one("(" + "1 ".repeat(50_000) + ")"), 0),
                Arguments.of("40,000 prefixes", many(40_000, "@prefix p%d: <a:%<d> ."), 200),
                Arguments.of("a prefix of 1,900 letters used 60,000 times", prefixed(), 413),
                Arguments.of("a text of 1,000,000 letters", one("\"" + "x".repeat(1_000_000) + "\""), 200),
                Arguments.of(
                        "30,000 blank nodes in one another's place",
                        one("[] , []".repeat(1) + ", []".repeat(30_000)),
                        0),
                Arguments.of("8,000 empty statements", many(8_000, "id:statement/z%d a rec:Statement ."), 0),
                Arguments.of("5,000 misspelt classes", many(5_000, "id:statement/y%d a rec:Statemen%<d ."), 0),
                Arguments.of(
                        "one subject with 40,000 wrong values",
                        "id:statement/x a rec:Statement ; rec:speaker "
                                + IntStream.range(0, 40_000)
                                        .mapToObj(i -> "\"" + i + "\"")
                                        .collect(Collectors.joining(","))
                                + " .",
                        0),
                Arguments.of(
                        "one undefined object used 10,000 times",
                        many(10_000, "id:statement/w%d rec:speaker id:person/nobod ."),
                        0));
    }

    @ParameterizedTest(name = "{0} => {2}")
    @MethodSource("attacks")
    void answersInTime(String name, String turtle, int status) {
        long start = System.nanoTime();
        HttpResponse<String> answer =
                site.post("/validate", "text/turtle", PREFIXES + turtle, "Accept", "application/json");
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.err.println(name + " => " + answer.statusCode() + " " + took.toMillis() + " ms "
                + answer.body().length() + " "
                + answer.body()
                        .substring(0, Math.min(300, answer.body().length()))
                        .replace("\n", " "));
        assertThat(answer.statusCode())
                .as(answer.body())
                .isIn(status == 0 ? new Object[] {200, 413, 503} : new Object[] {status});
        assertThat(took).isLessThan(SOON);
        assertThat(answer.body())
                .hasSizeLessThan(MOST_CHARACTERS)
                .doesNotContain("null.", "aaaaaaaaaaaaaaaaa".repeat(100));
    }

    private static String one(String object) {
        return "id:statement/z rec:content " + object + " .";
    }

    private static String many(int count, String line) {
        return IntStream.range(0, count).mapToObj(line::formatted).collect(Collectors.joining("\n"));
    }

    private static String prefixed() {
        return "@prefix p: <http://example.org/" + "p".repeat(1_900) + "> .\n" + many(60_000, "p:%d p:b p:c .");
    }
}
