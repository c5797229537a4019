// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.Url;

/** Threats from requests: each test is a row of the table of threats, against the running server. */
@DisplayName("attack by request => answer")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TransportTest extends OneServer {
    @BeforeAll
    static void startImpatient() {
        server.close();
        Duration brief = Duration.ofSeconds(2);
        HttpLimits http = new HttpLimits(
                1 << 20, 64 << 10, 32 << 10, 2000, new HttpLimits.Times(brief, brief, brief, Duration.ofSeconds(5)));
        server = ReadServer.start(Fixture.release(), Fixture.options().with(http));
        client = new Client(server);
    }

    @ParameterizedTest(name = "update {0} => 403, nothing read, nothing changed")
    @ValueSource(
            strings = {
                "LOAD <file:///etc/passwd>",
                "LOAD <URL>",
                "DROP ALL",
                "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
                "INSERT { ?s ?p ?o } WHERE { SERVICE <URL> { ?s ?p ?o } }"
            })
    void refusesUpdates(String update) {
        String text = update.replace("URL", trap.url());
        assertThat(client.post("application/sparql-update", text).statusCode()).isEqualTo(403);
        assertThat(client.post("application/x-www-form-urlencoded", "update=" + Url.encoded(text))
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.get("/sparql?update=" + Url.encoded(text)).statusCode())
                .isEqualTo(403);
        assertThat(client.query(text).statusCode()).isEqualTo(400);
        assertThat(trap.visitors()).isZero();
        assertThat(client.query("ASK { <urn:a> ?p ?o }").body()).contains("false");
    }

    @Test
    @DisplayName("a request behind a slow one on the same connection => closed, not run")
    void closesAConnectionAfterASlowAnswer() {
        String slow = "GET /sparql?timeout=1&query="
                + Url.encoded("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
                + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        String quick = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
        assertThat(client.raw(quick + slow + quick + slow))
                .contains("HTTP/1.1 200", "HTTP/1.1 503", "Connection: close")
                .containsOnlyOnce("HTTP/1.1 200")
                .containsOnlyOnce("HTTP/1.1 503");
    }

    @ParameterizedTest(name = "data as {0} => 415, nothing fetched or parsed")
    @CsvSource({
        "application/ld+json, '{\"@context\": \"URL\", \"@id\": \"urn:a\"}'",
        "application/rdf+xml, '<!DOCTYPE x [<!ENTITY a SYSTEM \"URL\">]><rdf:RDF>&a;</rdf:RDF>'",
        "text/turtle, '<urn:a> <http://www.w3.org/2002/07/owl#imports> <URL>'",
        "application/n-quads, '<urn:a> <urn:b> <urn:c> <urn:d> .'",
        "multipart/form-data;boundary=x, '--x--'",
        "text/plain, 'DROP ALL'"
    })
    void refusesData(String type, String body) {
        assertThat(client.post(type, body.replace("URL", trap.url())).statusCode())
                .isEqualTo(415);
        assertThat(trap.visitors()).isZero();
    }

    @ParameterizedTest(name = "{0} => 405 with Allow")
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"})
    void refusesOtherMethods(String method) {
        HttpResponse<String> answer = client.method(method, "/sparql");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, POST, HEAD, OPTIONS");
    }

    @Test
    @DisplayName("gzip body that inflates to 100 MB => 415")
    void refusesCompressedBodies() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 100; i++) {
                out.write(new byte[1 << 20]);
            }
        }
        HttpResponse<String> answer = client.send(client.request("/sparql", "Content-Encoding", "gzip")
                .header("Content-Type", "application/sparql-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bomb.toByteArray())));
        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    @DisplayName("body, address, headers too large => 413, 414, 431")
    void refusesWhatIsTooLarge() {
        String large = "a".repeat(2 << 20);
        assertThat(client.raw("POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
                        + "Content-Length: 2097152\r\nConnection: close\r\n\r\n" + large.substring(0, 1000)))
                .startsWith("HTTP/1.1 413")
                .contains("problems/body-too-large");
        assertThat(client.raw("POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
                        + "Content-Length: 300000\r\nConnection: close\r\n\r\n" + large.substring(0, 1000)))
                .startsWith("HTTP/1.1 413")
                .contains("212,992 bytes", "--max-query");
        assertThat(client.raw("GET /sparql?query=" + large.substring(0, 60_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 414")
                .contains("problems/address-too-long");
        assertThat(client.raw("GET /sparql HTTP/1.1\r\nHost: x\r\nX: " + large.substring(0, 60_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("problems/headers-too-large");
    }

    @Test
    @DisplayName("a client that stops in the middle => let go after the idle time")
    void letsSlowClientsGo() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream()
                    .write("POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Le"
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            int last = 0;
            while (last >= 0) {
                last = socket.getInputStream().read();
            }
            assertThat(last).isEqualTo(-1);
        }
    }

    @Test
    @DisplayName("1,000 connections => a server that answers")
    void outlivesManyConnections() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 1000; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                socket.getOutputStream()
                        .write(
                                "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 100\r\n\r\nA"
                                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                sockets.add(socket);
            }
            assertThat(client.query("ASK {}").statusCode()).isEqualTo(200);
            assertThat(client.get("/health/live").statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @ParameterizedTest(name = "path {0} => 404")
    @ValueSource(
            strings = {
                "/../etc/passwd",
                "/%2e%2e/etc/passwd",
                "/sparql/..%2f..%2fetc/passwd",
                "/sparql/../health/live",
                "/..;/sparql",
                "/problems/..%2f..%2fx",
                "/problems/%00",
                "/problems/",
                "/problems/*",
                "//sparql",
                "/sparql/",
                "/Sparql",
                "/dumps/..%5c..%5cx",
                "/$/ping",
                "/$/datasets",
                "/shacl",
                "/update",
                "/data/",
                "/WEB-INF/web.xml",
                "/*",
                "/%zz"
            })
    void findsNothingElsewhere(String path) {
        assertThat(client.rawStatus("GET", path)).isEqualTo(404);
    }

    @Test
    @DisplayName("CR/LF in parameters => no header injected")
    void injectsNoHeader() {
        HttpResponse<String> answer =
                client.get("/sparql?format=x%0d%0aSet-Cookie:%20a=b&query=" + Url.encoded("ASK {}"));
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        HttpResponse<String> hint =
                client.query("SELECT * { ?s <https://w3id.org/onrecord/ontology#a\\u000d\\u000aSet-Cookie> ?o }");
        assertThat(hint.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    @DisplayName("a harmless request id => carried by the answer; a harmful one => replaced")
    void carriesRequestIds() {
        assertThat(client.query("ASK {}", "X-Request-Id", "abc-1").headers().firstValue("X-Request-Id"))
                .contains("abc-1");
        assertThat(client.query("ASK {}", "X-Request-Id", "a b{}<>").headers().firstValue("X-Request-Id"))
                .hasValueSatisfying(id -> assertThat(id).matches("[0-9a-f-]{36}"));
    }

    @ParameterizedTest(name = "not HTTP: {0} => 4xx/5xx as problem+json, or the connection is closed")
    @ValueSource(
            strings = {
                "BLAH\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET /sparql HTTP/1.1\r\n\r\n",
                "GET /sparql HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
                "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /sparql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "GET /sparql HTTP/1.1\r\nHost: x\r\nA b: c\r\n\r\n"
            })
    void answersWhatIsNotHttp(String bytes) {
        String answer = client.raw(bytes);
        assertThat(answer)
                .matches(text ->
                        text.isEmpty() || text.startsWith("closed") || text.matches("(?s)HTTP/1.1 (4|5)\\d\\d .*"));
        assertThat(answer).doesNotContain("HTTP/1.1 500");
        assertThat(answer.isEmpty() || answer.startsWith("closed") || answer.contains("problem+json"))
                .isTrue();
    }
}
