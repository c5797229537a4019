// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client sends as Host, without a declared public address, stays out of caches. */
class HostTest {
    private static final String HOST = "attacker.example";

    private final RunningSite site = RunningSite.get();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/feed.atom",
                "/openapi.json",
                "/dumps/",
                "/changes.html",
                "/statements",
                "/map",
                "/queries",
                "/doc/statement/w-12",
                "/doc/statement/w-12.ttl",
                "/context.jsonld",
                "/search?q=peace",
                "/validate"
            })
    void isNotWrittenWhereRelativeAddressesDo(String path) throws IOException {
        assertThat(answer(path)).startsWith("HTTP/1.1 200").doesNotContain(HOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sitemap.xml",
                "/robots.txt",
                "/.well-known/security.txt",
                "/.well-known/void",
                "/dataset.ttl",
                "/dataset.jsonld"
            })
    void isNotCachedWhereWholeAddressesAreNeeded(String path) throws IOException {
        assertThat(answer(path)).startsWith("HTTP/1.1 200").contains(HOST, "Cache-Control: no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/doc/state/tarsia.ttl", "/doc/person/joren-hask.nt", "/doc/state/velmora.jsonld", "/graph.ttl"})
    void isNotCachedWhereADescriptionLeadsToTheRest(String path) throws IOException {
        String answer = answer(path);
        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(answer.contains("Cache-Control: no-store")).isEqualTo(answer.contains(HOST));
    }

    private String answer(String path) throws IOException {
        URI url = URI.create(site.url());
        String request = "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: text/html, */*;q=0.5\r\nConnection: close\r\n\r\n"
                .formatted(path, HOST);
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
