// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.load;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.onrecord.SampleHome;
import org.onrecord.Url;

/**
 * Makes random requests to the pages.
 *
 * @param random makes the choices
 * @param scraps what is put where it does not belong
 */
record PageFuzzer(Random random, List<String> scraps) {
    private static final List<String> PATHS = List.of(
            "/",
            "/id/person/joren-hask",
            "/doc/person/joren-hask",
            "/doc/corridor/maren-rail-link.ttl",
            "/doc/statement/v-10.jsonld",
            "/doc/article/v.html",
            "/doc/claim",
            "/ontology.rdf",
            "/shapes",
            "/code/form",
            "/code/form/direct",
            "/graph",
            "/graph/articles-v.nt",
            "/context.jsonld",
            "/statements",
            "/statements.csv",
            "/statements.ttl",
            "/search",
            "/queries",
            "/queries/who-stated-what",
            "/queries/statements.json",
            "/queries/positions-on-a-claim.csv",
            "/queries/statements.rq",
            "/timeline",
            "/network.json",
            "/map.geojson",
            "/openapi.json",
            "/feed.atom",
            "/sitemap.xml",
            "/robots.txt",
            "/.well-known/security.txt",
            "/static/onrecord.css",
            "/static/../x",
            "/problems/time-limit",
            "/validate");
    private static final List<String> NAMES = List.of(
            "q", "about", "speaker", "topic", "from", "to", "depth", "page", "sort", "format", "limit", "offset",
            "article", "claim", "through", "form", "zz");
    private static final List<String> VALUES = List.of(
            "corridor/maren-rail-link",
            "person/joren-hask",
            "Qaldin",
            "Калден",
            "2031-05-08",
            "2031-13-45",
            "1",
            "-1",
            "99999999999999999999",
            "json",
            "html",
            "speaker",
            "",
            "x".repeat(600));
    private static final List<String> ACCEPTS = List.of(
            "*/*",
            "text/html",
            "text/turtle",
            "application/ld+json",
            "application/json",
            "text/csv",
            "image/png",
            ";q=,,");

    String request() {
        String path = pick(PATHS);
        return path.equals("/validate") && random.nextBoolean() ? posted() : read(path);
    }

    private String read(String path) {
        StringBuilder target = new StringBuilder(path);
        if (random.nextInt(6) == 0) {
            target.insert(random.nextInt(path.length()) + 1, Url.encoded(pick(scraps)));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            target.append(target.indexOf("?") < 0 ? '?' : '&')
                    .append(pick(NAMES))
                    .append('=')
                    .append(Url.encoded(random.nextInt(4) == 0 ? pick(scraps) : pick(VALUES)));
        }
        String method = pick(List.of("GET", "GET", "GET", "GET", "HEAD", "OPTIONS", "DELETE"));
        return method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: " + pick(ACCEPTS)
                + (random.nextInt(4) == 0 ? "\r\nAccept-Encoding: gzip" : "")
                + (random.nextInt(6) == 0 ? "\r\nIf-None-Match: " + pick(List.of("*", "\"x\"", "W/\"")) : "")
                + "\r\n\r\n";
    }

    private String posted() {
        String subject = "<" + SampleHome.THINGS + pick(VALUES) + ">";
        String turtle = random.nextInt(3) == 0
                ? pick(scraps)
                : subject + " <https://w3id.org/onrecord/ontology#" + pick(NAMES) + "> \"" + pick(VALUES) + "\" .";
        String body = random.nextBoolean() ? turtle : "turtle=" + Url.encoded(turtle);
        String type = random.nextBoolean() ? "text/turtle" : "application/x-www-form-urlencoded";
        return "POST /validate HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + type
                + "\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
