// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.Eventually;
import org.onrecord.SampleHome;
import org.onrecord.Url;

/** Threats to the pages: each test is a row of the table of threats, against the running site. */
@DisplayName("attack on a page => answer")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PageAttackTest {
    private final RunningSite site = RunningSite.get();

    @ParameterizedTest(name = "{0} with 900 values => 422, not looked up one by one")
    @ValueSource(strings = {"/queries/who-stated-what.json?", "/queries/who-stated-what?", "/statements?"})
    void refusesManyValues(String path) {
        String values = IntStream.range(0, 900).mapToObj(i -> "about=x" + i).collect(Collectors.joining("&"));
        HttpResponse<String> answer = read(path + values, "text/html, application/json");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("at most 50");
    }

    @ParameterizedTest(name = "{0} with a word of 30,000 letters => 4xx, no search for what is near")
    @ValueSource(
            strings = {
                "/queries/who-stated-what.json?about=",
                "/statements?speaker=",
                "/doc/person/",
                "/id/person/",
                "/code/form/",
                "/graph/",
                "/queries/",
                "/static/"
            })
    void refusesLongWords(String path) {
        HttpResponse<String> answer = read(path + "x".repeat(30_000), "text/html, application/json");
        assertThat(answer.statusCode()).isBetween(400, 499);
    }

    @ParameterizedTest(name = "search for {0} => a page")
    @ValueSource(
            strings = {
                "(a+)+$ .*.*.* [[[[ ((((( ****~~~~ AND OR NOT :* \"",
                "\u0000\u202e\ufeff",
                "\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa",
                "a b c d e f g h i j k l m n o p q r s t u v w x y z aa ab ac ad ae af ag ah ai aj ak al am an ao ap",
                "<script>alert(1)</script>"
            })
    void searchesForAnything(String words) {
        HttpResponse<String> answer = read("/search?q=" + Url.encoded(words), "text/html");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("<script>alert");
    }

    @Test
    @DisplayName("search for 30,000 letters => the first 200 of them")
    void cutsLongSearches() {
        HttpResponse<String> answer = read("/search?q=" + "ab+".repeat(10_000), "text/html");
        assertThat(answer.body().length()).isLessThan(20_000);
    }

    @ParameterizedTest(name = "paging by {0} => an answer or 422")
    @ValueSource(
            strings = {"limit=99999999999999999999", "limit=-1", "limit=1&offset=999999999", "offset=%00", "page=1"})
    void pagesAnywhere(String paging) {
        assertThat(read("/queries/who-stated-what.json?about=corridor/maren-rail-link&" + paging, "*/*")
                        .statusCode())
                .isIn(200, 422);
        assertThat(read("/statements?page=-9&sort=%00&" + paging, "text/html").statusCode())
                .isLessThan(500);
    }

    @ParameterizedTest(name = "file {0} => 404")
    @ValueSource(
            strings = {
                "/static/%2e%2e/%2e%2e/etc/passwd",
                "/static/..%2f..%2fetc/passwd",
                "/static/yasgui/..%2f..%2f..%2f..%2fMANIFEST.MF",
                "/static//etc/passwd",
                "/static/onrecord.css%00.txt",
                "/static/a%5c..%5cb.css"
            })
    void servesNoOtherFile(String path) {
        assertThat(site.read(path).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("CR/LF in a path that redirects => no header injected")
    void injectsNoHeader() {
        HttpResponse<String> answer = site.read("/id/person/joren-hask?x=%0d%0aSet-Cookie:%20a=b");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(site.read("/id/person/x%0d%0aSet-Cookie:%20a=b").headers().firstValue("Set-Cookie"))
                .isEmpty();
        assertThat(RunningSite.header(site.read("/id//evil.example/x"), "Location"))
                .isEmpty();
    }

    @Test
    @DisplayName("JSON-LD with a context elsewhere, posted for validation => 415, not read")
    void readsNoJsonLd() {
        String body = "{\"@context\": \"http://127.0.0.1:9/context\", \"@id\": \"http://example.org/a\"}";
        assertThat(site.post("/validate", "application/ld+json", body).statusCode())
                .isEqualTo(415);
    }

    @Test
    @DisplayName(
            "a chain that shapes follow, posted for validation => 503 or a report soon after the limit, and the next is validated")
    void endsValidationsThatTakeTooLong() {
        String chain = IntStream.range(0, 5000)
                .mapToObj(i ->
                        "<%sstatement/x-%d> a <https://w3id.org/onrecord/ontology#Statement> ; <https://w3id.org/onrecord/ontology#within> <%sstatement/x-%d> ."
                                .formatted(SampleHome.THINGS, i, SampleHome.THINGS, i + 1))
                .collect(Collectors.joining("\n"));
        long start = System.nanoTime();
        HttpResponse<String> answer = site.post("/validate", "text/turtle", chain);
        assertThat(answer.statusCode()).isIn(200, 503);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        int next = Eventually.found(
                "the next is validated", () -> Optional.of(validated()).filter(status -> status != 503));
        assertThat(next).isEqualTo(200);
    }

    private int validated() {
        return site.post("/validate", "text/turtle", "<http://example.org/a> a <http://example.org/B> .")
                .statusCode();
    }

    private HttpResponse<String> read(String path, String accept) {
        return site.read(path, "Accept", accept);
    }
}
