// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.load;

import java.util.List;
import java.util.Random;
import org.onrecord.Url;

/** Makes requests that nobody would send, the same ones for the same seed: bytes of whole HTTP/1.1 requests. */
final class Fuzzer {
    private static final List<String> SEEDS = List.of(
            "SELECT * { ?s ?p ?o } LIMIT 5",
            "ASK { ?s <http://example.org/next>* ?o FILTER(REGEX(STR(?o), 'a+b*$', 'i')) }",
            "CONSTRUCT { ?s ?p [ a ?o ] } WHERE { ?s ?p ?o OPTIONAL { ?o ?q ?r } } LIMIT 3",
            "DESCRIBE <http://example.org/s1>",
            "SELECT (GROUP_CONCAT(DISTINCT ?o; SEPARATOR=', ') AS ?x) { VALUES ?o { 1 2.0 'x'@en true UNDEF } } GROUP BY ?s HAVING (COUNT(*) > 0)",
            "PREFIX : <http://example.org/> SELECT ?s (CONCAT(STR(?o), UCASE('ä')) AS ?c) FROM NAMED <urn:g> { GRAPH ?g { ?s :next|^:next/:label ?o } MINUS { ?s a :X } } ORDER BY DESC(?s) OFFSET 1",
            "SELECT * { { SELECT (SUM(?n)/COUNT(?n) AS ?avg) { ?s :p ?n } } UNION { BIND(NOW() AS ?t) } FILTER NOT EXISTS { ?t ?u ?v } }",
            "INSERT DATA { <a> <b> 'c'^^<http://www.w3.org/2001/XMLSchema#date> }",
            "SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }");
    private static final List<String> SCRAPS = List.of(
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "<",
            ">",
            "'",
            "\"",
            "\"\"\"",
            "\\u0000",
            "\\uD800",
            "\u0000",
            "\r\n",
            "%",
            "%00",
            "&",
            "?x",
            "$y",
            "_:b",
            "?s ?p ?o .",
            "FILTER(",
            "EXISTS {",
            "UNION",
            "MINUS {",
            "SERVICE <x> {",
            "BIND(1/0 AS ?z)",
            "REPLACE('aaaa', '(a|b|)+', '$1$9')",
            "SUBSTR('abc', -2147483648, 2147483647)",
            "'x'@en-",
            "1e999999999",
            "99999999999999999999999999999999999",
            "'9999999999-13-45'^^<http://www.w3.org/2001/XMLSchema#dateTime>",
            "<java:x>",
            "\u202e",
            "😀",
            "LIMIT 99999999999",
            "OFFSET -1",
            "VALUES (?a ?b) {",
            "GROUP BY",
            "ORDER BY RAND()",
            "|",
            "^",
            "!",
            "*",
            "+",
            "/",
            "#",
            "IRI('a b>')",
            "STRDT('x', <y>)",
            "STRLANG('x', 'é')",
            "HAVING",
            "SELECT",
            "CONSTRUCT {",
            "BASE <",
            "PREFIX a: <b>",
            "a:b",
            ":",
            ";",
            ",",
            ".");
    private static final List<String> ACCEPTS = List.of(
            "*/*",
            "text/csv",
            "text/turtle",
            "application/rdf+xml",
            "application/sparql-results+xml",
            "application/ld+json",
            "text/html",
            "application/trig;q=0.4, */*;q=0.1",
            ";;;,,q=",
            "text/*;q=2",
            "*",
            "a/b/c");
    private static final List<String> METHODS =
            List.of("GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "get", "X");
    private static final List<String> PATHS = List.of(
            "/sparql",
            "/sparql",
            "/sparql",
            "/",
            "/problems/x",
            "/health/ready",
            "/metrics",
            "/..%2f",
            "//sparql",
            "/%00",
            "/sparql;a=b");
    private static final List<String> TYPES = List.of(
            "application/sparql-query",
            "application/x-www-form-urlencoded",
            "application/sparql-update",
            "text/turtle",
            "",
            ";",
            "a;charset=\"");

    private static final int HOSTILE = 40;

    private final Random random;
    private final HostileRequests hostile;

    Fuzzer(long seed) {
        this.random = new Random(seed);
        this.hostile = new HostileRequests(random);
    }

    /** The next request; one in forty is hostile, since such a one takes the server up to its time limit. */
    String request() {
        if (random.nextInt(HOSTILE) == 0) {
            return random.nextInt(4) == 0
                    ? post("/validate", "text/turtle", hostile.turtle())
                    : post("/sparql", "application/sparql-query", hostile.query());
        }
        return random.nextInt(3) == 0 ? new PageFuzzer(random, SCRAPS).request() : asking();
    }

    private String post(String path, String type, String body) {
        int length = body.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        return "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(path, type, length, body);
    }

    private String asking() {
        String query = query();
        String method = random.nextInt(10) < 8 ? METHODS.get(random.nextInt(2)) : pick(METHODS);
        boolean inBody = method.equals("POST");
        StringBuilder head =
                new StringBuilder(method).append(' ').append(random.nextInt(8) == 0 ? pick(PATHS) : "/sparql");
        String encoded = random.nextInt(20) == 0 ? query.replace(' ', '+').replaceAll("[\\s]", "") : Url.encoded(query);
        if (!inBody) {
            head.append("?query=").append(encoded).append(random.nextInt(6) == 0 ? more() : "");
        }
        head.append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: ")
                .append(pick(ACCEPTS))
                .append("\r\n");
        if (random.nextInt(4) == 0) {
            head.append("Accept-Encoding: ")
                    .append(random.nextBoolean() ? "gzip;q=0.5, br" : "\u00ff,;q")
                    .append("\r\n");
        }
        if (random.nextInt(6) == 0) {
            head.append("If-None-Match: ")
                    .append(random.nextBoolean() ? "*" : "W/\"x, \"")
                    .append("\r\n");
        }
        if (random.nextInt(10) == 0) {
            head.append("X-Request-Id: ")
                    .append(pick(SCRAPS).replaceAll("[\r\n]", ""))
                    .append("\r\n");
        }
        return inBody ? withBody(head, query, encoded) : head.append("\r\n").toString();
    }

    private String withBody(StringBuilder head, String query, String encoded) {
        String type = random.nextInt(5) == 0 ? pick(TYPES) : TYPES.get(random.nextInt(2));
        String body = type.contains("form") ? "query=" + encoded + (random.nextInt(6) == 0 ? more() : "") : query;
        int length = body.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        if (random.nextInt(30) == 0) {
            head.append("Content-Encoding: gzip\r\n");
        }
        int claimed = random.nextInt(40) == 0 ? Math.max(0, length - random.nextInt(5)) : length;
        return head.append("Content-Type: ")
                .append(type)
                .append("\r\nContent-Length: ")
                .append(claimed)
                .append("\r\n\r\n")
                .append(body)
                .toString();
    }

    private String more() {
        return switch (random.nextInt(6)) {
            case 0 -> "&timeout=" + (random.nextInt(5) - 1);
            case 1 -> "&default-graph-uri=" + Url.encoded(pick(SCRAPS));
            case 2 -> "&named-graph-uri=urn:x&named-graph-uri=%3Ca%20b";
            case 3 ->
                "&format="
                        + Url.encoded(
                                random.nextBoolean()
                                        ? pick(SCRAPS)
                                        : pick(List.of("xml", "text", "spreadsheet", "rdfxml", "nq")));
            case 4 -> "&query=ASK%7B%7D";
            default -> "&%zz";
        };
    }

    /** A query with a few pieces cut out, doubled, swapped or put in. */
    private String query() {
        StringBuilder query = new StringBuilder(pick(SEEDS));
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(query.length() + 1);
            int end = Math.min(query.length(), at + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> query.delete(at, end);
                case 1 -> query.insert(at, query.substring(at, end));
                case 2 -> query.insert(at, " " + pick(SCRAPS) + " ");
                default -> query.insert(at, pick(SCRAPS).repeat(1 + random.nextInt(40)));
            }
        }
        return query.toString();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
