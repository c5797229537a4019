// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.update.UpdateAction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.Eventually;
import org.onrecord.release.Loading;
import org.onrecord.release.chain.ChainRecord;

/** What a server says of the chain of its releases, and requests that want one of them. */
@Timeout(120)
class ChainRoutesTest {
    private static final String AT_LEAST = "Onrecord-At-Least";
    private static final String QUERY = "sparql?query=ASK%7B%7D";
    private static final Pattern COMMANDS = Pattern.compile("(?s)<!-- follow: update -->\n```sh\n(.*?)```");

    @TempDir
    private static Path folder;

    @TempDir
    private static Path guided;

    private static OriginServer origin;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        origin = new OriginServer(folder);
    }

    @AfterAll
    static void stop() {
        origin.close();
    }

    private CompletableFuture<HttpResponse<String>> send(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin.url() + path));
        return http.sendAsync(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String... headers) {
        return send(path, headers).join();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void sendsTheChangesAfterARelease() throws IOException {
        String first = origin.release();
        String second = origin.edit("v", "a ").release().hash();
        origin.edit("w", "b ");
        HttpResponse<String> changes = get("changes?since=" + first);
        assertThat(changes.statusCode()).isEqualTo(200);
        assertThat(header(changes, "Content-Type")).startsWith("application/rdf-patch");
        assertThat(header(changes, "Onrecord-Changes-Left")).isEqualTo("0");
        assertThat(ChainRecord.parseAll(changes.body()))
                .extracting(ChainRecord::previous)
                .containsExactly(first, second);
        assertThat(get("changes?since=" + origin.release()).body()).isEmpty();
        assertThat(get("changes?since=" + first, "If-None-Match", header(changes, "ETag"))
                        .statusCode())
                .isEqualTo(304);
    }

    /** By the commands of the guide of other stores, with a store of Jena. */
    @Test
    void becomeAnUpdateOfAnotherStore() throws IOException, InterruptedException {
        DatasetGraph store = DatasetGraphFactory.createTxnMem();
        stated(origin.sample().ready().release().dataset()).forEach(store::add);
        Files.writeString(guided.resolve("release"), origin.release());
        origin.edit("v", "it's $5; \\\"a\\\" > b ");
        origin.edit("w", "b ");
        Matcher commands = COMMANDS.matcher(Files.readString(Path.of("src/site/markdown/stores.md")));
        assertThat(commands.find()).isTrue();
        ProcessBuilder shell = new ProcessBuilder("sh", "-ec", commands.group(1))
                .directory(guided.toFile())
                .inheritIO();
        shell.environment().put("SERVER", origin.url().replaceFirst("/$", ""));
        assertThat(shell.start().waitFor()).isZero();
        UpdateAction.readExecute(guided.resolve("changes.ru").toString(), store);
        assertThat(Files.readString(guided.resolve("next")).strip()).isEqualTo(origin.release());
        Set<Quad> expected = stated(origin.sample().ready().release().dataset());
        assertThat(stated(store)).hasSameSizeAs(expected);
        assertThat(stated(store)).allMatch(expected::contains);
    }

    private static Set<Quad> stated(DatasetGraph dataset) {
        return Iter.iter(dataset.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY))
                .filter(quad -> !quad.getGraph().getURI().contains("/graph/derived-"))
                .toSet();
    }

    @Test
    void refusesReleasesThatItDoesNotKnow() {
        HttpResponse<String> gone = get("changes?since=" + "0".repeat(64));
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("/problems/no-such-release", "/dumps/");
        for (String malformed : List.of("", "abc", "Z".repeat(64))) {
            assertThat(get("changes?since=" + malformed).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void listsItsReleases() {
        String first = origin.release();
        String second = origin.edit("v", "a ").release().hash();
        String third = origin.edit("v", "b ").release().hash();
        JsonObject list =
                Json.createReader(new StringReader(get("changes.json").body())).readObject();
        assertThat(list.getString("release")).isEqualTo(third);
        assertThat(list.getJsonArray("earlier").toString()).startsWith("[\"%s\",\"%s\"".formatted(second, first));
        JsonArray chain = list.getJsonArray("chain");
        assertThat(chain.getJsonObject(chain.size() - 2).getString("release")).isEqualTo(second);
    }

    @Test
    void answersAtOnceWithAReleaseThatIsReached() {
        String first = origin.release();
        String second = origin.edit("v", "a ").release().hash();
        for (String reached : List.of(first, second)) {
            HttpResponse<String> answer = get(QUERY, AT_LEAST, reached);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "Onrecord-Release")).isEqualTo(second);
        }
    }

    @Test
    void waitsForARelease() throws InterruptedException {
        List<Integer> answers = List.of();
        // Where publishing takes longer than a request may wait, because the machine is busy, another release is tried.
        for (int tries = 0; tries < 5 && !answers.equals(List.of(200, 200, 200)); tries++) {
            Loading.Ready before = origin.sample().ready();
            String next = origin.sample().edit("v", "a ").release().hash();
            Runnable publish = origin.prepared(before);
            List<CompletableFuture<HttpResponse<String>>> waiting = IntStream.range(0, 3)
                    .mapToObj(i -> send("changes.json", AT_LEAST, next))
                    .toList();
            Thread.sleep(200);
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
            publish.run();
            answers = waiting.stream().map(answer -> answer.join().statusCode()).toList();
            assertThat(waiting.stream().map(CompletableFuture::join).filter(answer -> answer.statusCode() == 200))
                    .allMatch(answer -> header(answer, "Onrecord-Release").equals(next));
        }
        assertThat(answers).containsOnly(200);
    }

    @Test
    void doesNotWaitForEver() {
        HttpResponse<String> answer = get(QUERY, AT_LEAST, "0".repeat(64));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(header(answer, "Retry-After")).isNotEmpty();
        assertThat(answer.body()).contains("0".repeat(64), "2 seconds");
        assertThat(header(answer, "Onrecord-Release")).isEqualTo(origin.release());
    }

    @Test
    void limitsTheRequestsOfAClientThatWait() {
        List<HttpResponse<String>> answers =
                IntStream.range(0, 80).mapToObj(i -> send("changes.json", AT_LEAST, "0".repeat(64))).toList().stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(503);
        assertThat(answers.stream().filter(answer -> answer.body().contains("Too many")))
                .hasSizeBetween(1, 30);
    }

    @Test
    void refusesWhatIsNoHash() {
        HttpResponse<String> answer = get(QUERY, AT_LEAST, "latest");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(AT_LEAST, "64 hex digits");
    }

    @Test
    void allowsTheHeaderToOtherOrigins() throws IOException, InterruptedException {
        HttpResponse<String> preflight = http.send(
                HttpRequest.newBuilder(URI.create(origin.url() + "sparql"))
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                        .header("Origin", "https://a.example")
                        .header("Access-Control-Request-Method", "GET")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(header(preflight, "Access-Control-Allow-Headers")).contains(AT_LEAST);
    }

    @Test
    void offersTheDumpsOfTheLastReleaseWhileNewOnesAreWritten() {
        assertThat(get("dumps/graph-hashes.txt").statusCode()).isEqualTo(200);
        String before = origin.release();
        origin.edit("v", "a ");
        HttpResponse<String> during = get("dumps/graph-hashes.txt");
        assertThat(header(during, "Onrecord-Release")).isEqualTo(before);
        Eventually.holds(
                "the dumps of the release are there",
                () -> header(get("dumps/graph-hashes.txt"), "Onrecord-Release").equals(origin.release()));
    }
}
