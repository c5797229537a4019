// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.Url;
import org.onrecord.cli.option.ExitCode;

/** Start, read-only behaviour and shutdown of the jar. */
class ServeIT extends SharedServer {
    private static final String COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";
    private static final String UPDATE = "INSERT DATA { <http://x/s> <http://x/p> <http://x/o> }";
    private static final String LOAD = "LOAD <file:///etc/hostname>";
    private static final String TRIPLE = "<http://x/s> <http://x/p> <http://x/o> .";

    @Test
    void printsLoadedDataAndStartTime() {
        assertThat(server.banner())
                .containsPattern("On Record, release [0-9a-f]{64}\n")
                .containsPattern(
                        "\\d+ statements and \\d+ mentions in \\d+ articles, \\d+ claims: [0-9,]+ triples in \\d+")
                .contains("no violation")
                .containsPattern(
                        "answering after \\d+\\.\\d s: pages at http://localhost:\\d+/, SPARQL at http://localhost:\\d+/sparql");
    }

    @Test
    void printsThreeWorkingUrls() throws Exception {
        assertThat(server.addresses()).hasSize(3);
        for (String address : server.addresses()) {
            HttpResponse<String> answer = Serving.send(HttpRequest.newBuilder(URI.create(address)));
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(answer.body().lines().count()).as(address).isGreaterThan(5);
        }
    }

    @Test
    void isReadOnly() throws Exception {
        String before = server.get(COUNT, "text/csv").body();
        for (HttpRequest.Builder attempt : attempts()) {
            HttpResponse<String> answer = Serving.send(attempt);
            assertThat(answer.statusCode())
                    .as(answer.request().method() + " " + answer.uri())
                    .isBetween(400, 499);
        }
        assertThat(server.get(COUNT, "text/csv").body()).isEqualTo(before);
    }

    private static List<HttpRequest.Builder> attempts() {
        String form = "application/x-www-form-urlencoded";
        return List.of(
                server.post("sparql", form, "update=" + Url.encoded(UPDATE)),
                server.post("sparql", form, "query=" + Url.encoded(UPDATE)),
                server.post("sparql", form, "query=" + Url.encoded(LOAD)),
                server.post("sparql", "application/sparql-update", UPDATE),
                server.post("", "application/sparql-update", UPDATE),
                server.post("update", "application/sparql-update", LOAD),
                server.request("sparql?update=" + Url.encoded(UPDATE)),
                server.request("sparql?query=" + Url.encoded(UPDATE)),
                server.post("sparql", "text/turtle", TRIPLE),
                server.post("", "text/turtle", TRIPLE),
                server.post("data?default", "text/turtle", TRIPLE),
                put("sparql?default"),
                put("?default"),
                put("?graph=http://x/g"),
                server.request("?default").DELETE(),
                server.request("sparql?default").DELETE());
    }

    private static HttpRequest.Builder put(String path) {
        return server.request(path).header("Content-Type", "text/turtle").PUT(BodyPublishers.ofString(TRIPLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SERVICE <URL>", "SERVICE SILENT <URL>", "BIND(<URL> AS ?at) SERVICE ?at"})
    void doesNotCallOtherEndpoints(String service) throws Exception {
        try (ServerSocket elsewhere = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = "http://localhost:" + elsewhere.getLocalPort() + "/sparql";
            String query = "SELECT * { " + service.replace("URL", url) + " { ?s ?p ?o } }";
            HttpResponse<String> answer = server.get(query, "text/csv");
            if (!service.contains("SILENT")) {
                assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
            }
            elsewhere.setSoTimeout(1);
            assertThatIOException().isThrownBy(elsewhere::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        try (Socket loopback = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            assertThat(loopback.isConnected()).isTrue();
        }
        Optional<InetAddress> other = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
        assumeThat(other).as("another address of this machine").isPresent();
        try (Socket socket = new Socket()) {
            InetSocketAddress outside = new InetSocketAddress(other.orElseThrow(), server.port());
            assertThatIOException().isThrownBy(() -> socket.connect(outside, 2_000));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void stopsOnSignal(String signal) throws Exception {
        Path home = SmallHome.write(folder.resolve(signal));
        try (Serving small = Serving.start(folder, "--home", home)) {
            assertThat(small.get("ASK {}", "application/sparql-results+json").statusCode())
                    .isEqualTo(200);
            assertThat(small.stop(signal)).isIn(0, 130, 143);
            assertThatIOException().isThrownBy(() -> small.get("ASK {}", "application/sparql-results+json"));
        }
    }

    @Test
    void reportsPortInUse() throws Exception {
        Run run = Program.run(folder, "serve", "--port", server.port(), "--home", SmallHome.write(folder.resolve("h")));
        assertThat(run.code()).isEqualTo(ExitCode.OUTSIDE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("onrecord: Cannot listen at 127.0.0.1:" + server.port()
                        + ": the port is in use or not allowed; give another with --port");
    }
}
