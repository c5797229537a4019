// SPDX-License-Identifier: Apache-2.0
package org.onrecord.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.SampleHome;
import org.onrecord.Url;
import org.onrecord.cli.Serving;

/** The jar below a path of an nginx, which is configured as the operator's guide says. */
class BelowPathIT {
    private static final String PUBLIC = "https://onrecord.example";
    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"(/[^\"#]*)");
    private static final Pattern ADDRESS = Pattern.compile(PUBLIC + "(/[^\\s\"'<>]*)");

    @TempDir
    private static Path folder;

    private static Serving server;
    private static Nginx nginx;
    private static HttpClient client;

    @BeforeAll
    static void start() throws Exception {
        Needed.program("nginx", "nginx-light");
        server = Serving.start(
                folder,
                "--behind-proxy",
                "--public-url",
                PUBLIC + "/kg/",
                "--home",
                SampleHome.FOLDER.toAbsolutePath());
        nginx = Nginx.start(folder, server.port(), below());
        client = HttpClient.newBuilder().sslContext(nginx.trust()).build();
    }

    /** The configuration that the guide's command makes of its other example, at a higher rate. */
    private static String below() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("onrecord.conf"), Guide.example("Reverse proxy (nginx)"));
        int code = new ProcessBuilder("sh", "-ec", Guide.example("Below a path"))
                .directory(folder.toFile())
                .start()
                .waitFor();
        assertThat(code).isZero();
        return Files.readString(folder.resolve("onrecord-kg.conf")).replace("rate=20r/s", "rate=2000r/s");
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

    @ParameterizedTest
    @ValueSource(strings = {"/kg/", "/kg/sparql", "/kg/doc/statement/w-12", "/kg/nowhere"})
    void findsWhatAPageNeeds(String page) throws Exception {
        HttpResponse<String> answer = get(page, "text/html");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'self'"));
        List<String> links = found(LINK, answer.body());
        assertThat(links).contains("/kg/static/onrecord.css", "/kg/search");
        for (String link : links) {
            assertThat(get(link.replace("&amp;", "&"), "*/*").statusCode())
                    .as(link)
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/kg/.well-known/void", "/kg/dataset.ttl", "/kg/sparql", "/kg/feed.atom", "/kg/openapi.json"})
    void findsWhatADescriptionNames(String description) throws Exception {
        List<String> addresses =
                found(ADDRESS, get(description, "text/turtle,*/*;q=0.1").body());
        assertThat(addresses).isNotEmpty().allMatch(path -> (path + "/").startsWith("/kg/"));
        for (String address : addresses.subList(0, Math.min(20, addresses.size()))) {
            assertThat(get(address, "*/*").statusCode()).as(address).isIn(200, 301);
        }
    }

    @Test
    void leadsFromAThingToItsDocument() throws Exception {
        HttpResponse<String> thing = get("/kg/id/person/joren-hask", "text/turtle");
        assertThat(thing.statusCode()).isEqualTo(303);
        String location = thing.headers().firstValue("Location").orElseThrow();
        assertThat(location).isEqualTo("/kg/doc/person/joren-hask");
        HttpResponse<String> document = get(location, "text/turtle");
        assertThat(document.headers().firstValue("Content-Location")).contains("/kg/doc/person/joren-hask.ttl");
        assertThat(document.headers().firstValue("Link"))
                .hasValueSatisfying(links -> assertThat(links).contains("</kg/doc/person/joren-hask.jsonld>"));
        String filter = get("/kg/statements?q=peace", "text/html")
                .headers()
                .firstValue("Location")
                .orElse("/kg/");
        assertThat(filter).startsWith("/kg/");
    }

    @Test
    void answersQueriesAndExplainsProblems() throws Exception {
        assertThat(get("/kg/sparql?query=" + Url.encoded("ASK {}"), "application/json")
                        .body())
                .contains("true");
        assertThat(get("/kg/sparql?query=SELECT", "*/*").body()).contains("\"/kg/problems/syntax-error\"");
        assertThat(get("/kg/problems/syntax-error", "application/json").body())
                .contains("\"/kg/problems/syntax-error\"");
        assertThat(get("/kg/metrics", "*/*").body())
                .contains("\"/kg/problems/not-found\"")
                .doesNotContain("onrecord_");
        assertThat(get("/kg", "*/*").statusCode()).isEqualTo(301);
        assertThat(get("/sparql", "*/*").statusCode()).isIn(403, 404);
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    private static HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(nginx.url(path)))
                .header("Accept", accept)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
