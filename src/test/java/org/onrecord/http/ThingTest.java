// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.http.RunningSite.header;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.SampleHome;
import org.onrecord.site.data.Descriptions;
import org.onrecord.vocabulary.Namespace;
import org.onrecord.vocabulary.Rec;

class ThingTest {
    private static final Map<String, Lang> FORMS =
            Map.of("ttl", Lang.TURTLE, "jsonld", Lang.JSONLD11, "nt", Lang.NTRIPLES, "rdf", Lang.RDFXML);

    private final RunningSite site = RunningSite.get();

    private Graph graph(String path, Lang lang) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        RDFParser.fromString(site.read(path).body(), lang).base(Namespace.BASE).parse(graph);
        return graph;
    }

    private static Node thing(String slug) {
        return NodeFactory.createURI(SampleHome.THINGS + slug);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/doc/statement/w-12",
                "/doc/corridor/maren-rail-link",
                "/doc/person/joren-hask",
                "/doc/region/hesta",
                "/doc/article/v",
                "/ontology",
                "/shapes",
                "/code/form",
                "/graph/articles-w",
                "/graph"
            })
    void holdsTheSameTriplesInEachForm(String path) {
        Graph turtle = graph(path + ".ttl", Lang.TURTLE);
        assertThat(turtle.size()).isPositive();
        FORMS.forEach(
                (ending, lang) -> assertThat(graph(path + "." + ending, lang).isIsomorphicWith(turtle))
                        .as(path + "." + ending)
                        .isTrue());
    }

    @Test
    void tellsOfAStatementByItself() {
        Graph graph = graph("/doc/statement/w-12.ttl", Lang.TURTLE);
        Node speaker = graph.stream(thing("statement/w-12"), Rec.SPEAKER, Node.ANY)
                .findFirst()
                .orElseThrow()
                .getObject();
        assertThat(graph.contains(speaker, SKOS.prefLabel.asNode(), Node.ANY)).isTrue();
        assertThat(graph.contains(thing("article/w"), SchemaDO.headline.asNode(), Node.ANY))
                .isTrue();
        assertThat(graph.contains(thing("article/w"), SchemaDO.url.asNode(), Node.ANY))
                .isTrue();
        assertThat(graph.contains(thing("statement/w-12#content-1"), Rec.DIGEST, Node.ANY))
                .isTrue();
    }

    @Test
    void tellsWhatAnActorSaidAndWhatIsSaidOfHim() {
        Node speaker = thing("person/joren-hask");
        Graph graph = graph("/doc/person/joren-hask.jsonld", Lang.JSONLD11);
        Node statement = graph.stream(Node.ANY, Rec.SPEAKER, speaker)
                .findFirst()
                .orElseThrow()
                .getSubject();
        assertThat(graph.contains(statement, Rec.CONTENT, Node.ANY)).isTrue();
        assertThat(graph.contains(Node.ANY, Rec.ABOUT, speaker)).isTrue();
        assertThat(graph.contains(speaker, SKOS.exactMatch.asNode(), Node.ANY)).isTrue();
    }

    @Test
    void leavesOutWhatIsTooMuchAndSaysSo() {
        Graph everything = site.loaded().release().everything();
        Node place = thing("region/hesta");
        Descriptions.Description few = new Descriptions(everything, 3).of(place);
        assertThat(few.whole()).isFalse();
        assertThat(few.graph().stream(Node.ANY, Node.ANY, place)
                        .filter(triple -> !triple.getSubject().getURI().startsWith(place.getURI()))
                        .count())
                .isLessThanOrEqualTo(3);
        assertThat(new Descriptions(everything, 100_000).of(place).whole()).isTrue();
    }

    @Test
    void writesJsonLdUnderPlainNamesTheThingFirst() {
        String json = site.read("/doc/statement/w-12.jsonld").body();
        assertThat(json).contains("\"speaker\"", "\"content\"").doesNotContain("\"rec:speaker\"");
        int graph = json.indexOf("\"@graph\"");
        assertThat(json.indexOf("statement/w-12\"", graph)).isEqualTo(json.indexOf("statement/", graph));
        assertThat(site.read("/context.jsonld").body()).contains("\"speaker\"");
    }

    @Test
    void tellsSearchEnginesInTheirWords() {
        String page = site.read("/doc/statement/w-12.html").body();
        String open = "<script type=\"application/ld+json\">";
        int start = page.indexOf(open) + open.length();
        JsonObject json = Json.createReader(new StringReader(page.substring(start, page.indexOf("</script>", start))))
                .readObject();
        assertThat(json.getString("@type")).isEqualTo("Statement");
        assertThat(json.getJsonObject("creator").getString("name")).isNotBlank();
        JsonObject middle = json.getJsonObject("isPartOf");
        JsonObject outer = middle.getJsonObject("isPartOf");
        assertThat(List.of(middle, outer))
                .extracting(part -> part.getJsonObject("creator").getString("name"))
                .containsExactly("Lena Maren", "Joren Hask");
        assertThat(outer.getJsonObject("isPartOf").getString("url")).startsWith("https://");
    }

    @Test
    void namesItsOtherFormsItsNameAndItsLicence() {
        HttpResponse<String> answer = site.read("/doc/statement/w-12", "Accept", "application/ld+json");
        assertThat(header(answer, "Content-Location")).isEqualTo("/doc/statement/w-12.jsonld");
        assertThat(header(answer, "Link"))
                .contains("</doc/statement/w-12.ttl>; rel=\"alternate\"; type=\"text/turtle\"")
                .contains("<" + SampleHome.THINGS + "statement/w-12>; rel=\"cite-as\"")
                .contains("rel=\"license\"")
                .contains("rel=\"describedby\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/doc/statement/w-12.ttl", "/doc/statement/w-12.html", "/feed.atom", "/openapi.json"})
    void sendsNothingToWhoeverHasIt(String path) {
        HttpResponse<String> first = site.read(path);
        HttpResponse<String> again = site.read(path, "If-None-Match", header(first, "ETag"));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(header(first, "ETag"));
        assertThat(site.read(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void tagsEachCodingAndEachFormByItself() throws IOException {
        HttpResponse<byte[]> plain = site.bytes("/doc/statement/w-12.ttl");
        HttpResponse<byte[]> coded = site.bytes("/doc/statement/w-12.ttl", "Accept-Encoding", "gzip");
        assertThat(header(coded, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(coded, "ETag")).isNotEqualTo(header(plain, "ETag")).startsWith("\"");
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(coded.body()))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(new String(plain.body(), StandardCharsets.UTF_8));
        }
        assertThat(header(site.read("/doc/statement/w-12.nt"), "ETag")).isNotEqualTo(header(plain, "ETag"));
    }
}
