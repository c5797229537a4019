// SPDX-License-Identifier: Apache-2.0
package org.onrecord.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.repository.Repository;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onrecord.SampleHome;
import org.onrecord.cli.OnRecord;
import org.onrecord.guard.engine.Services;
import org.onrecord.http.RunningSite;
import org.onrecord.server.Address;
import org.onrecord.server.ReadServer;
import org.onrecord.server.ServerOptions;
import org.onrecord.site.SiteSettings;
import org.onrecord.site.Website;
import org.onrecord.site.data.Origin;
import org.onrecord.site.page.Site;

/** SERVICE both ways: the catalogue asks a stand-in of Wikidata that RDF4J serves, and RDF4J asks this server. */
class FederationTest {
    private static final String WIKIDATA = "https://query.wikidata.org/sparql";
    private static final String QUESTION = "speakers-in-wikidata";
    /** Two items that the sample's links name, and one that they do not. */
    private static final String STAND_IN = """
            @prefix wd: <http://www.wikidata.org/entity/> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix schema: <http://schema.org/> .
            wd:Q900000012 rdfs:label "Joren Hask"@en , "Йорен Хаск"@ru ; schema:description "stand-in of a person"@en .
            wd:Q900000002 rdfs:label "Tarsia"@en ; schema:description "stand-in of a state"@en .
            wd:Q42 rdfs:label "Douglas Adams"@en ; schema:description "stand-in of a writer"@en .
            """;

    private static Rdf4jEndpoint wikidata;

    @BeforeAll
    static void servesTheStandIn() throws IOException {
        Repository repository = new SailRepository(new MemoryStore());
        try (RepositoryConnection connection = repository.getConnection()) {
            connection.add(new StringReader(STAND_IN), RDFFormat.TURTLE);
        }
        wikidata = new Rdf4jEndpoint(repository);
    }

    @AfterAll
    static void stopsTheStandIn() {
        wikidata.close();
        Services.NONE.enable();
    }

    @Test
    void asksWikidataWhereTheOperatorAllowsIt() {
        RunningSite usual = RunningSite.get();
        Website website = new Website(
                usual.loaded().release(),
                new SiteSettings(usual.catalogue(), Site.PLAIN, Origin.ASKED, false),
                Optional.empty());
        ServerOptions options = ServerOptions.at(new Address("127.0.0.1", 0))
                .with(Services.of(List.of(WIKIDATA + "=" + wikidata.url())));
        try (ReadServer server = ReadServer.start(website, options)) {
            HttpResponse<String> answer = get(server.url() + "queries/" + QUESTION + ".csv");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body().lines().skip(1))
                    .hasSize(2)
                    .anySatisfy(row -> assertThat(row).contains("stand-in of a person", "person/joren-hask"))
                    .anySatisfy(row -> assertThat(row).contains("stand-in of a state", "state/tarsia"));
            assertThat(get(server.url() + "queries/" + QUESTION + ".csv?speaker=state/tarsia")
                            .body()
                            .lines())
                    .hasSize(2);
        }
    }

    @Test
    void refusesWhereTheOperatorDoesNot() {
        RunningSite usual = RunningSite.get();
        HttpResponse<String> answer = usual.read("/queries/" + QUESTION + ".csv");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(WIKIDATA, "--allow-service");
        HttpResponse<String> page = usual.read("/queries/" + QUESTION, "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Asks another endpoint");
        assertThat(usual.read("/queries", "Accept", "text/html").body()).contains("asks another endpoint");
        assertThat(usual.read("/openapi.json").body()).contains("--allow-service");
    }

    @Test
    void asksFromTheCommandLineWhereTheUserAllowsIt() {
        StringWriter out = new StringWriter();
        assertThat(ask(out, "--allow-service", WIKIDATA + "=" + wikidata.url()))
                .as(out.toString())
                .isZero();
        assertThat(out.toString()).contains("stand-in of a person", "stand-in of a state");

        StringWriter refused = new StringWriter();
        assertThat(ask(refused)).isEqualTo(2);
        assertThat(refused.toString()).contains(WIKIDATA, "--allow-service");
    }

    @Test
    void isAskedByAnotherStore() throws IOException {
        Repository other = new SailRepository(new MemoryStore());
        try (RepositoryConnection connection = other.getConnection()) {
            connection.add(
                    new StringReader("<urn:me> <urn:follows> <http://www.wikidata.org/entity/Q900000012> ."),
                    RDFFormat.TURTLE);
            String query = """
                    PREFIX rec:  <https://w3id.org/onrecord/ontology#>
                    PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                    SELECT ?item (COUNT(DISTINCT ?statement) AS ?statements) WHERE {
                      <urn:me> <urn:follows> ?item .
                      SERVICE <%ssparql> { ?speaker skos:exactMatch ?item . ?statement rec:speaker ?speaker . }
                    } GROUP BY ?item
                    """.formatted(RunningSite.get().url());
            try (TupleQueryResult rows = connection.prepareTupleQuery(query).evaluate()) {
                assertThat(rows.stream().toList())
                        .singleElement()
                        .satisfies(row -> assertThat(Integer.parseInt(
                                        row.getValue("statements").stringValue()))
                                .isGreaterThan(10));
            }
        } finally {
            other.shutDown();
        }
    }

    private static int ask(StringWriter out, String... more) {
        List<String> arguments = new ArrayList<>(List.of("ask", QUESTION, "--home", SampleHome.FOLDER.toString()));
        arguments.addAll(List.of(more));
        PrintWriter writer = new PrintWriter(out);
        return OnRecord.run(arguments.toArray(String[]::new), writer, writer);
    }

    private static HttpResponse<String> get(String url) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
