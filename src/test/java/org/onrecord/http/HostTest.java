// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.SampleHome;
import org.onrecord.evidence.TextFolder;
import org.onrecord.server.Address;
import org.onrecord.server.ReadServer;
import org.onrecord.server.ServerOptions;
import org.onrecord.site.SiteSettings;
import org.onrecord.site.Website;
import org.onrecord.site.data.Origin;
import org.onrecord.site.kind.Passages;
import org.onrecord.site.page.Site;

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

    @ParameterizedTest
    @CsvSource({
        "true, HTTP/1.1, localhost, X-Request-Id: a",
        "true, HTTP/1.1, LOCALHOST:80, X-Request-Id: a",
        "true, HTTP/1.1, 127.0.0.1:3030, X-Request-Id: a",
        "true, HTTP/1.1, [::1]:3030, X-Request-Id: a",
        "false, HTTP/1.1, attacker.example, X-Request-Id: a",
        "false, HTTP/1.1, localhost.attacker.example, X-Request-Id: a",
        "false, HTTP/1.0, localhost, X-Request-Id: a",
        "false, HTTP/1.1, localhost, Forwarded: for=192.0.2.1",
        "false, HTTP/1.1, localhost, X-Forwarded-For: 192.0.2.1",
        "false, HTTP/1.1, localhost, Via: 1.1 proxy"
    })
    void showsWholeTextsToTheOperatorAlone(boolean whole, String protocol, String host, String header)
            throws Exception {
        Site about = new Site(
                Optional.empty(), new Passages(TextFolder.read(SampleHome.TEXTS).texts()));
        SiteSettings settings = new SiteSettings(site.catalogue(), about, Origin.ASKED, true);
        try (ReadServer server = ReadServer.start(
                new Website(SampleHome.release(), settings, Optional.empty()),
                ServerOptions.at(new Address("127.0.0.1", 0)))) {
            String head = "GET /doc/article/w %s\r\nHost: %s\r\n%s".formatted(protocol, host, header);
            assertThat(answer(server.url(), head))
                    .startsWith("HTTP/1.1 200")
                    .contains(whole ? "class=\"reading\"" : "class=\"lines outline\"");
        }
    }

    private String answer(String path) throws IOException {
        return answer(site.url(), "GET %s HTTP/1.1\r\nHost: %s".formatted(path, HOST));
    }

    private static String answer(String server, String head) throws IOException {
        URI url = URI.create(server);
        String request = head + "\r\nAccept: text/html, */*;q=0.5\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
