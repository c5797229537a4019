// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.http.RunningSite.header;
import static org.onrecord.http.RunningSite.type;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The matrix of every route, ending, format and Accept. */
class NegotiationTest {
    private static final List<String> THINGS = List.of(
            "/doc/corridor/maren-rail-link",
            "/doc/statement/w-12",
            "/doc/person/joren-hask",
            "/doc/article/v",
            "/doc/agreement/sandrel-accord",
            "/ontology",
            "/shapes",
            "/code",
            "/code/form",
            "/code/form/direct",
            "/graph",
            "/graph/articles-w");
    private static final Map<String, String> OF_A_THING = Map.of(
            "html", "text/html",
            "ttl", "text/turtle",
            "jsonld", "application/ld+json",
            "nt", "application/n-triples",
            "rdf", "application/rdf+xml",
            "trig", "application/trig",
            "nq", "application/n-quads");
    private static final Map<String, String> OF_ROWS = Map.of(
            "html", "text/html",
            "json", "application/sparql-results+json",
            "csv", "text/csv",
            "tsv", "text/tab-separated-values");
    private static final Map<String, String> OF_TRIPLES =
            Map.of("ttl", "text/turtle", "jsonld", "application/ld+json", "nt", "application/n-triples");

    private final RunningSite site = RunningSite.get();

    static Stream<Arguments> matrix() {
        return Stream.of(
                        THINGS.stream().map(path -> Map.entry(path, OF_A_THING)),
                        Stream.of("/statements", "/timeline", "/network", "/queries/statements-of-an-actor")
                                .map(path -> Map.entry(path, OF_ROWS)),
                        Stream.of(Map.entry("/statements", OF_TRIPLES)),
                        Stream.of(
                                Map.entry("/map", Map.of("geojson", "application/geo+json", "csv", "text/csv")),
                                Map.entry("/search", Map.of("html", "text/html", "json", "application/json"))))
                .flatMap(entries -> entries)
                .flatMap(entry -> entry.getValue().entrySet().stream()
                        .map(form -> Arguments.of(entry.getKey(), form.getKey(), form.getValue())));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void answersEveryFormByEndingByFormatAndByAccept(String path, String ending, String mediaType) {
        String values = path.startsWith("/queries/") ? "?actor=person/joren-hask" : "?q=";
        if (!path.startsWith("/queries/") && !path.equals("/search")) {
            values = "?";
        }
        assertIs(site.read(path + "." + ending + values, "Accept", "image/png"), mediaType);
        assertIs(site.read(path + values + "&format=" + ending, "Accept", "image/png"), mediaType);
        assertIs(site.read(path + values, "Accept", mediaType), mediaType);
        assertIs(site.read(path + values, "Accept", "image/png, " + mediaType + ";q=0.4, text/foo;q=0.9"), mediaType);
    }

    private static void assertIs(HttpResponse<String> answer, String mediaType) {
        assertThat(answer.statusCode())
                .as("%s: %s", answer.uri(), answer.body())
                .isEqualTo(200);
        assertThat(type(answer)).as("%s", answer.uri()).isEqualTo(mediaType);
        assertThat(header(answer, "Vary")).contains("Accept").contains("Accept-Encoding");
        assertThat(header(answer, "ETag")).isNotEmpty();
        assertThat(answer.body()).isNotBlank();
    }

    static Stream<String> things() {
        return THINGS.stream();
    }

    @ParameterizedTest
    @MethodSource("things")
    void givesAPageToWhoeverTakesAnything(String path) {
        assertThat(type(site.read(path))).isEqualTo("text/html");
        assertThat(type(site.read(path, "Accept", "*/*"))).isEqualTo("text/html");
    }

    @ParameterizedTest
    @MethodSource("things")
    void listsWhatThereIsWhereNothingFits(String path) {
        HttpResponse<String> answer = site.read(path, "Accept", "image/png");
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body()).contains("text/turtle", "application/ld+json");
        assertThat(site.read(path + "?format=foo").statusCode()).isEqualTo(406);
        assertThat(site.read(path + ".foo").statusCode()).isEqualTo(404);
    }

    @Test
    void weighsWhatAClientTakes() {
        String path = "/doc/corridor/maren-rail-link";
        assertThat(type(site.read(path, "Accept", "text/html;q=0.3, text/turtle;q=0.8")))
                .isEqualTo("text/turtle");
        assertThat(type(site.read(path, "Accept", "text/*;q=0.5, application/ld+json")))
                .isEqualTo("application/ld+json");
        assertThat(type(site.read(path, "Accept", "*/*, text/html;q=0"))).isNotEqualTo("text/html");
    }

    @Test
    void leadsFromAThingToItsDocument() {
        HttpResponse<String> answer = site.read("/id/corridor/maren-rail-link");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(header(answer, "Location")).isEqualTo("/doc/corridor/maren-rail-link");
    }

    @Test
    void saysThatThereIsNoSuchThingAndWhatIsLikeIt() {
        assertThat(site.read("/id/corridor/maren-rail-linkk").statusCode()).isEqualTo(404);
        assertThat(site.read("/id/corridor/maren-rail-link.ttl").statusCode()).isEqualTo(404);
        HttpResponse<String> answer = site.read("/doc/corridor/maren-rail-linkk", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(type(answer)).isEqualTo("text/html");
        assertThat(answer.body()).contains("corridor/maren-rail-link");
    }

    @Test
    void showsTheEditorToABrowserAndTheServiceToAProgram() {
        assertThat(site.read("/sparql", "Accept", "text/html,*/*;q=0.8").body()).contains("<textarea");
        assertThat(type(site.read("/sparql", "Accept", "text/turtle"))).isEqualTo("text/turtle");
        assertThat(type(site.read("/sparql", "Accept", "application/ld+json, text/html;q=0.5")))
                .isEqualTo("application/ld+json");
        assertThat(site.read("/sparql?update=CLEAR%20ALL", "Accept", "text/html")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/n3", "application/x-turtle", "text/rdf+n3;q=0.9, text/plain;q=0.1"})
    void olderNamesOfTurtleAreTurtle(String accept) {
        assertThat(RunningSite.type(RunningSite.get().read("/doc/person/joren-hask", "Accept", accept)))
                .isEqualTo("text/turtle");
    }

    /** As recorded from rapper 2.0 and rdflib 6.1, and as the OWL API (Protégé), Jena and the Nu Html Checker (W3C) have it in their source. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/rdf+xml, text/rdf;q=0.6, */*;q=0.1 | application/rdf+xml",
                "text/turtle, application/x-turtle, application/turtle, text/n3;q=0.3, text/rdf+n3;q=0.3, application/rdf+n3;q=0.3, */*;q=0.1 | text/turtle",
                "application/rdf+xml, text/rdf;q=0.6, application/n-triples, text/plain;q=0.1, text/turtle, application/x-turtle, application/xml;q=0.3, text/html;q=0.6, application/xhtml+xml;q=0.8, application/json;q=0.1, */*;q=0.1 | text/turtle",
                "application/rdf+xml,text/rdf+n3;q=0.9,application/xhtml+xml;q=0.5, */*;q=0.1 | application/rdf+xml",
                "application/rdf+xml, application/xml; q=0.7, text/xml; q=0.6, text/plain; q=0.1, */*; q=0.09 | application/rdf+xml",
                "text/turtle,application/n-triples;q=0.9,application/ld+json;q=0.8,application/rdf+xml;q=0.7,*/*;q=0.3 | text/turtle",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html",
                "text/plain, */*;q=0.1 | application/n-triples",
                "*/* | text/html"
            })
    void servesEachClientWhatItReads(String accept, String type) {
        for (String path :
                List.of("/ontology", "/shapes", "/code/form", "/doc/person/joren-hask", "/graph/articles-w")) {
            assertThat(type(site.read(path, "Accept", accept))).as(path).isEqualTo(type);
        }
        assertThat(site.read("/id/person/joren-hask", "Accept", accept).statusCode())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/atom+xml,application/rdf+xml,application/rss+xml,application/x-netcdf,application/xml;q=0.9,text/xml;q=0.2,*/*;q=0.1",
                "text/html"
            })
    void givesTheFeedWhateverAClientTakes(String accept) {
        assertThat(type(site.read("/feed.atom", "Accept", accept))).isEqualTo("application/atom+xml");
    }

    @Test
    void severalLinesOfAcceptAreOne() {
        String ask = "/sparql?query=ASK%20%7B%7D";

        assertThat(RunningSite.type(RunningSite.get().read(ask, "Accept", "image/png", "Accept", "application/json")))
                .isEqualTo("application/json");
    }

    @Test
    void aTimeoutOfZeroIsTheServersOwn() {
        assertThat(RunningSite.get()
                        .read("/sparql?timeout=0&query=ASK%20%7B%7D")
                        .statusCode())
                .isEqualTo(200);
        assertThat(RunningSite.get()
                        .read("/sparql?timeout=-1&query=ASK%20%7B%7D")
                        .statusCode())
                .isEqualTo(400);
    }
}
