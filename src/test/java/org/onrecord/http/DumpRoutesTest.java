// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.VOID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.vocabulary.BaseIri;

class DumpRoutesTest {
    private static final RunningSite SITE = RunningSite.get();

    @Test
    void listsTheFilesForPeopleAndForPrograms() {
        HttpResponse<String> page = SITE.read("/dumps/", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "href=\"/dumps/onrecord.nq.gz\"",
                        "\"@type\":\"Dataset\"",
                        "\"name\":\"On Record: who stated what\"",
                        "never a fact.\"",
                        "licenses/by/4.0/");
        JsonObject manifest = json("/dumps/");
        assertThat(SITE.read("/dumps/graph-hashes.txt").body())
                .isEqualTo(SITE.loaded().release().hashes().text());
        assertThat(manifest.getString("release"))
                .isEqualTo(SITE.loaded().release().hash());
        assertThat(manifest.getJsonArray("files").getValuesAs(JsonObject.class))
                .allSatisfy(file -> assertThat(
                                SITE.bytes("/dumps/" + file.getString("name")).body())
                        .hasSize(file.getInt("bytes")));
    }

    private static JsonObject json(String path) {
        return Json.createReader(new StringReader(
                        SITE.read(path, "Accept", "application/json").body()))
                .readObject();
    }

    @Test
    void servesTheQuadsOfTheRelease() {
        HttpResponse<String> quads = SITE.read("/dumps/onrecord.nq", "Accept-Encoding", "gzip");
        assertThat(RunningSite.type(quads)).isEqualTo("application/n-quads");
        assertThat(RunningSite.header(quads, "Content-Encoding")).isEmpty();
        assertThat(RunningSite.header(quads, "Content-Disposition")).isEqualTo("attachment; filename=\"onrecord.nq\"");
        DatasetGraph read = RDFParser.fromString(quads.body(), Lang.NQUADS).toDatasetGraph();
        assertThat(Stream.iterate(read.listGraphNodes(), nodes -> nodes.hasNext(), nodes -> nodes)
                        .map(nodes -> nodes.next().getURI()))
                .containsExactlyInAnyOrderElementsOf(SITE.loaded().release().graphs());
    }

    @Test
    void servesThePackedFileAsItIs() throws Exception {
        HttpResponse<byte[]> packed = SITE.bytes("/dumps/onrecord.nq.gz");
        assertThat(RunningSite.type(packed)).isEqualTo("application/gzip");
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(in.readAllBytes())
                    .isEqualTo(SITE.bytes("/dumps/onrecord.nq").body());
        }
    }

    @Test
    void tagsStronglyAndSendsNothingTwice() {
        String tag = RunningSite.header(SITE.read("/dumps/onrecord.trig"), "ETag");
        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        assertThat(SITE.read("/dumps/onrecord.trig", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-9,0,10", "bytes=100-,100,-1", "bytes=-7,-7,-1"})
    void sendsARangeOfBytes(String range, int from, int to) {
        byte[] whole = SITE.bytes("/dumps/onrecord.ttl").body();
        HttpResponse<byte[]> part = SITE.bytes("/dumps/onrecord.ttl", "Range", range);
        int first = from < 0 ? whole.length + from : from;
        int end = to < 0 ? whole.length : to;
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, first, end));
        assertThat(RunningSite.header(part, "Content-Range"))
                .isEqualTo("bytes " + first + "-" + (end - 1) + "/" + whole.length);
    }

    @Test
    void refusesARangeBeyondTheEndAndSendsAllWhereTheTagIsAnother() {
        HttpResponse<String> beyond = SITE.read("/dumps/onrecord.ttl", "Range", "bytes=999999999-");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(beyond.body()).contains("/problems/no-such-range");
        assertThat(RunningSite.header(beyond, "Content-Range")).matches("bytes \\*/[0-9]+");
        assertThat(RunningSite.header(beyond, "Cache-Control")).isEqualTo("no-store");
        assertThat(SITE.bytes("/dumps/onrecord.ttl", "Range", "bytes=0-9", "If-Range", "\"old\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(SITE.bytes("/dumps/onrecord.ttl", "Range", "bytes=9-1").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dumps/nothing.nq", "/dumps/..%2f..%2fetc%2fpasswd", "/dumps/.work", "/dumps/%2e%2e"})
    void knowsNoOtherFile(String path) {
        assertThat(SITE.read(path).statusCode()).isIn(400, 404);
    }

    @ParameterizedTest
    @CsvSource({
        "/.well-known/void,text/turtle,text/turtle",
        "/.well-known/void,*/*,text/turtle",
        "/dataset,application/ld+json,application/ld+json",
        "/dataset.nt,*/*,application/n-triples",
        "/dataset?format=rdf,*/*,application/rdf+xml"
    })
    void describesTheDatasetInEveryForm(String path, String accept, String type) {
        HttpResponse<String> reply = SITE.read(path, "Accept", accept);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(RunningSite.type(reply)).isEqualTo(type);
        Graph graph = RDFParser.fromString(reply.body(), RDFLanguages.contentTypeToLang(type))
                .toGraph();
        Node dataset = BaseIri.ONRECORD.datasetNode();
        assertThat(graph.stream(dataset, VOID.sparqlEndpoint.asNode(), Node.ANY)
                        .map(triple -> triple.getObject().getURI()))
                .containsExactly(SITE.url() + "sparql");
        assertThat(graph.stream(dataset, VOID.triples.asNode(), Node.ANY)
                        .map(triple -> triple.getObject().getLiteralLexicalForm()))
                .containsExactly(
                        String.valueOf(SITE.loaded().release().everything().size()));
    }

    @Test
    void saysThatItKnowsOneRelease() {
        assertThat(json("/changes").getJsonArray("earlier")).isEmpty();
        assertThat(SITE.read("/changes", "Accept", "text/html").body()).contains("export --since");
    }

    @Test
    void servesTheChecksumsOfWhatItServes() {
        List<String> lines = SITE.read("/dumps/SHA256SUMS").body().lines().toList();
        assertThat(lines).anyMatch(line -> line.endsWith("  onrecord.nq.gz"));
        assertThat(new String(SITE.bytes("/dumps/manifest.json").body(), StandardCharsets.UTF_8))
                .contains("\"release\"");
    }
}
