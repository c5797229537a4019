// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.Url;
import org.onrecord.guard.engine.Services;

/** Threats from what queries ask for: each test is a row of the table of threats, against the running server. */
@DisplayName("attack by query => answer")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SecurityTest extends OneServer {
    @ParameterizedTest(name = "SERVICE: {0} => 422, no request leaves")
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
                "SELECT * { SERVICE SILENT <URL> { ?s ?p ?o } }",
                "SELECT * { VALUES ?u { <URL> } SERVICE ?u { ?s ?p ?o } }",
                "SELECT * { VALUES ?u { <URL> } SERVICE SILENT ?u { ?s ?p ?o } }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE SILENT <URL> { ?s ?p ?o } } }",
                "SELECT * { ?s ?p ?o FILTER NOT EXISTS { ?s ?p ?o FILTER EXISTS { SERVICE SILENT <URL> { ?s ?p ?o } } } }",
                "SELECT * { ?s ?p ?o } ORDER BY (EXISTS { SERVICE SILENT <URL> { ?s ?p ?o } })",
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY (EXISTS { SERVICE SILENT <URL> { ?s ?p ?o } })",
                "SELECT (SUM(IF(EXISTS { SERVICE SILENT <URL> { ?s ?p ?o } }, 1, 0)) AS ?n) { ?s ?p ?o }",
                "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE SILENT <URL> { ?s ?p ?o } })",
                "SELECT * { { SELECT * { SERVICE SILENT <URL> { ?s ?p ?o } } } }",
                "SELECT * { ?s ?p ?o OPTIONAL { SERVICE SILENT <URL> { ?s ?p ?o } } }",
                "SELECT * { ?s ?p ?o MINUS { SERVICE SILENT <URL> { ?s ?p ?o } } }",
                "SELECT * { GRAPH ?g { SERVICE SILENT <URL> { ?s ?p ?o } } }",
                "SELECT (EXISTS { SERVICE SILENT <URL> { ?s ?p ?o } } AS ?x) { }",
                "SELECT * { BIND(EXISTS { SERVICE SILENT <URL> { ?s ?p ?o } } AS ?x) }",
                "ASK { SERVICE SILENT <URL> { ?s ?p ?o } }",
                "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE SILENT <URL> { ?s ?p ?o } }",
                "DESCRIBE ?s { SERVICE SILENT <URL> { ?s ?p ?o } }"
            })
    void refusesService(String query) {
        HttpResponse<String> answer = client.query(query.replace("URL", trap.url()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("/problems/refused-feature");
        assertThat(trap.visitors()).isZero();
    }

    @ParameterizedTest(name = "FROM: {0} => not fetched, no rows")
    @ValueSource(
            strings = {
                "SELECT * FROM <URL> { ?s ?p ?o }",
                "SELECT * FROM NAMED <URL> { GRAPH ?g { ?s ?p ?o } }",
                "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
                "SELECT * FROM <URL> FROM NAMED <URL> { GRAPH <URL> { ?s ?p ?o } }"
            })
    void fetchesNoGraph(String query) {
        HttpResponse<String> answer =
                client.query(query.replace("URL", trap.url()), "Accept", "text/tab-separated-values");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().lines()).hasSize(1);
        assertThat(trap.visitors()).isZero();
    }

    @ParameterizedTest(name = "code by name: {0} => 422, no class loaded")
    @ValueSource(
            strings = {
                "SELECT * { FILTER(<java:TRAP>(1)) }",
                "PREFIX j: <java:org.onrecord.server.> SELECT * { FILTER(j:ClassTrap(1)) }",
                "SELECT * { ?s <java:TRAP> ?o }",
                "SELECT * { ?s (<java:TRAP>/<urn:x>)* ?o }",
                "SELECT * { ?s ^<java:TRAP> ?o }",
                "SELECT * { ?s !<java:TRAP> ?o }",
                "SELECT * { ?s ?p ?o } ORDER BY <java:TRAP>(?s)",
                "SELECT * { ?s ?p ?o FILTER EXISTS { FILTER(<java:TRAP>(?s)) } }",
                "SELECT (<java:TRAP>(COUNT(*)) AS ?n) { ?s ?p ?o }",
                "SELECT (SUM(<java:TRAP>(?o)) AS ?n) { ?s ?p ?o }",
                "SELECT ?x { ?s ?p ?o } GROUP BY (<java:TRAP>(?o) AS ?x)",
                "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (<java:TRAP>(?s))",
                "SELECT * { FILTER(<http://jena.apache.org/ARQ/jsFunction#eval>('1')) }",
                "SELECT * { FILTER(<http://jena.apache.org/ARQ/function#e>(1)) }"
            })
    void loadsNoCode(String query) {
        HttpResponse<String> answer = client.query(query.replace("TRAP", "org.onrecord.server.ClassTrap"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(System.getProperty("onrecord.classTrap")).isNull();
    }

    @ParameterizedTest(name = "STRLANG with the tag {0}, which is none => no value, not 500")
    @ValueSource(strings = {"é", "a b", "", "-", "en-", "en-é", "%d"})
    void givesNoValueForATagThatIsNone(String tag) {
        HttpResponse<String> answer = client.query("SELECT ?x (STRLANG('t', 'en-GB') AS ?y) { BIND(STRLANG('t', '" + tag
                + "') AS ?x) FILTER(!BOUND(?x)) }");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("en-").doesNotContain("\"x\" :");
    }

    @Test
    @DisplayName("CSV cells that begin = + - @ => defused by format=spreadsheet")
    void defusesFormulas() {
        String path = "/sparql?format=spreadsheet&query="
                + Url.encoded("SELECT ?c { <http://example.org/hostile> <http://example.org/cell> ?c } ORDER BY ?c");
        HttpResponse<String> answer = client.get(path);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(answer.body().lines().map(line -> line.replace("\"", "")))
                .anyMatch(line -> line.startsWith("'=HYPERLINK"))
                .contains("-5");
    }

    @Test
    @DisplayName("error text with non-Latin letters => problem+json in UTF-8")
    void writesErrorsInUtf8() {
        HttpResponse<String> answer = client.query("SELECT * { ?s Ժողովուրդ ?o }");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json;charset=utf-8");
        assertThat(client.query("SELECT * { ?s Ժ:ա ?o }").body()).contains("Ժ:");
    }

    @Test
    @DisplayName("<script> in a query, read by a browser => escaped")
    void escapesErrors() {
        HttpResponse<String> answer = client.query("SELECT * { <script>alert(1)</script> }", "Accept", "text/html");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body()).doesNotContain("<script");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("'self'");
    }

    @Test
    @DisplayName("Accept: image/png => 406 with the list")
    void refusesUnknownTypes() {
        HttpResponse<String> answer = client.query("SELECT * { ?s ?p ?o } LIMIT 1", "Accept", "image/png");
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body()).contains("text/csv");
    }

    @Test
    @DisplayName("any origin => * without credentials")
    void answersOtherOriginsWithoutCredentials() {
        HttpResponse<String> answer = client.query("ASK {}", "Origin", "https://evil.example");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @Test
    @DisplayName("SERVICE to an endpoint that the operator allows => asked, and no other, and no redirect followed")
    void asksAllowedEndpointsOnly() {
        try (Trap inside = new Trap("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                Trap allowed = new Trap("HTTP/1.1 302 Found\r\nLocation: " + inside.url()
                        + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                ReadServer open = ReadServer.start(
                        Fixture.release(),
                        ServerOptions.at(new Address("127.0.0.1", 0)).with(Services.of(List.of(allowed.url()))))) {
            Client own = new Client(open);
            HttpRequest.Builder ask = own.request(
                    "/sparql?query=" + Url.encoded("SELECT * { SERVICE SILENT <" + allowed.url() + "> { ?s ?p ?o } }"));
            assertThat(own.send(ask.GET()).statusCode()).isEqualTo(200);
            assertThat(own.query("ASK {}").headers().firstValue("ETag")).isPresent();
            assertThat(allowed.visitors()).isPositive();
            assertThat(inside.visitors()).isZero();
            assertThat(own.query("SELECT * { SERVICE <" + allowed.url() + "> { ?s ?p ?o } }")
                            .statusCode())
                    .isEqualTo(502);
            assertThat(own.query("SELECT * { SERVICE <" + inside.url() + "> { ?s ?p ?o } }")
                            .statusCode())
                    .isEqualTo(422);
        } finally {
            Services.NONE.enable();
        }
    }
}
