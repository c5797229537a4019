// SPDX-License-Identifier: Apache-2.0
package org.onrecord.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.Eventually;
import org.onrecord.Url;
import org.onrecord.cli.Serving;

/** The jar behind nginx, configured with exactly what the operator's guide says. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProxyIT {
    private static final String ROWS =
            "/sparql?query=" + Url.encoded("SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 200");
    private static final String ENDLESS =
            "/sparql?query=" + Url.encoded("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");

    @TempDir
    private static Path folder;

    private static Serving server;
    private static Nginx nginx;
    private static HttpClient client;
    private static HttpClient older;

    @BeforeAll
    static void start() throws Exception {
        Needed.program("nginx", "nginx-light");
        server = Serving.start(
                folder,
                "--behind-proxy",
                "--public-url",
                "https://onrecord.example",
                "--time-limit",
                3,
                "--access-log",
                folder.resolve("access.jsonl"));
        nginx = Nginx.start(folder, server.port());
        client = HttpClient.newBuilder().sslContext(nginx.trust()).build();
        older = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(nginx.trust())
                .build();
    }

    @AfterAll
    static void stop() {
        if (nginx != null) {
            nginx.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    @Order(1)
    void letsAnswersPassByHttp2() throws Exception {
        HttpResponse<String> page = get("/", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        HttpResponse<String> posted = send(request("/sparql", "Content-Type", "application/sparql-query")
                .POST(BodyPublishers.ofString("ASK { ?s ?p ?o }")));
        assertThat(posted.body()).contains("true");
    }

    @ParameterizedTest
    @Order(1)
    @CsvSource({
        "text/csv, 200, text/csv",
        "application/sparql-results+xml, 200, application/sparql-results+xml",
        "application/pdf, 406, application/problem+json"
    })
    void negotiatesAsWithoutIt(String accept, int status, String type) throws Exception {
        HttpResponse<String> answer = get(ROWS, "Accept", accept);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(given -> assertThat(given).startsWith(type));
        assertThat(answer.headers().firstValue("Vary"))
                .hasValueSatisfying(vary -> assertThat(vary).contains("Accept"));
    }

    @Test
    @Order(1)
    void keepsTagsAndCompressionAsTheServerMadeThem() throws Exception {
        HttpResponse<byte[]> coded = client.send(
                request("/ontology", "Accept", "text/turtle", "Accept-Encoding", "gzip")
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(coded.headers().firstValue("Content-Encoding")).contains("gzip");
        String tag = coded.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("\"");
        HttpResponse<String> again =
                get("/ontology", "Accept", "text/turtle", "Accept-Encoding", "gzip", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).contains(tag);
    }

    @Test
    @Order(1)
    void keepsErrorsAsTheServerMadeThem() throws Exception {
        HttpResponse<String> answer = get("/sparql?query=SELECT", "X-Request-Id", "abc-1");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json;charset=utf-8");
        assertThat(answer.body()).contains("/problems/syntax-error", "Line 1");
        assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("abc-1");
        assertThat(get("/nowhere").body()).contains("/problems/not-found", "Paths: ");
    }

    @Test
    @Order(1)
    void hidesNumbersAndRefusesLongBodiesInTheServersWords() throws Exception {
        assertThat(get("/metrics").body()).contains("/problems/not-found").doesNotContain("onrecord_");
        String large = nginx.raw(String.join(
                "\r\n",
                "POST /sparql HTTP/1.1",
                "Host: onrecord.example",
                "Connection: close",
                "Content-Type: application/sparql-query",
                "Content-Length: 1048577",
                "",
                ""));
        assertThat(large).startsWith("HTTP/1.1 413").contains("/problems/body-too-large");
    }

    @Test
    @Order(1)
    void tellsReadersThePublicAddress() throws Exception {
        assertThat(get("/openapi.json").body()).contains("https://onrecord.example");
        assertThat(get("/sparql", "Accept", "text/turtle").body()).contains("<https://onrecord.example/sparql>");
    }

    @Test
    @Order(1)
    void tellsTheServerWhoAsksWhateverTheClientClaims() throws Exception {
        get("/health/live", "X-Forwarded-For", "203.0.113.7", "X-Request-Id", "who-asks");
        assertThat(logged("who-asks")).contains("\"client\":\"127.0.0.1\"");
        send(server.request("health/live")
                .header("X-Forwarded-For", "203.0.113.7, 198.51.100.9")
                .header("X-Request-Id", "last-hop"));
        assertThat(logged("last-hop")).contains("\"client\":\"198.51.100.9\"");
    }

    @Test
    @Order(2)
    void limitsTheRequestsUnderWayOfOneClient() throws Exception {
        List<HttpResponse<String>> answers = atOnce(client, ENDLESS, 30);
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(429, 503);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.headers().firstValue("Content-Type"))
                        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json")));
        assertThat(answers)
                .extracting(HttpResponse::body)
                .anyMatch(body -> body.contains("Too many requests of yours"));
        assertThat(answers).extracting(HttpResponse::body).anyMatch(body -> body.contains("Too many queries of yours"));
        assertThat(answers).extracting(HttpResponse::body).anyMatch(body -> body.contains("/problems/time-limit"));
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 429)
                .allSatisfy(answer ->
                        assertThat(answer.headers().firstValue("Retry-After")).isPresent());
    }

    @Test
    @Order(3)
    void limitsTheRateOfOneClient() throws Exception {
        List<HttpResponse<String>> answers = atOnce(older, "/health/live", 120);
        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .contains(200, 429)
                .containsOnly(200, 429);
    }

    @Test
    @Order(4)
    void saysSoWhenTheServerIsGone() throws Exception {
        server.close();
        HttpResponse<String> answer = eventually(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.body()).contains("/problems/overloaded");
    }

    /** The line of a request in the access log, which the server writes when it has answered. */
    private static String logged(String id) {
        return Eventually.found(
                "the line of request " + id,
                () -> log().lines()
                        .filter(line -> line.contains('"' + id + '"') && line.endsWith("}"))
                        .findFirst());
    }

    private static String log() {
        try {
            return Files.readString(folder.resolve("access.jsonl"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks until the rate of the test before is forgotten. */
    private static HttpResponse<String> eventually(int status) {
        HttpRequest request = request("/health/live").build();
        return Eventually.found(
                "an answer " + status,
                () -> Optional.of(older.sendAsync(request, BodyHandlers.ofString())
                                .join())
                        .filter(answer -> answer.statusCode() == status));
    }

    private static List<HttpResponse<String>> atOnce(HttpClient asking, String path, int times) {
        List<CompletableFuture<HttpResponse<String>>> sent = IntStream.range(0, times)
                .mapToObj(i -> asking.sendAsync(request(path).build(), BodyHandlers.ofString()))
                .toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }

    private static HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(nginx.url(path))).timeout(Duration.ofSeconds(60));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
