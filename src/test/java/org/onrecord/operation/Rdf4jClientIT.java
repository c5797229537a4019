// SPDX-License-Identifier: Apache-2.0
package org.onrecord.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.QueryResults;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.query.impl.SimpleDataset;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.SampleHome;
import org.onrecord.cli.Serving;

/** RDF4J's client for SPARQL endpoints, pointed at the jar. */
class Rdf4jClientIT {
    private static final String REC = "https://w3id.org/onrecord/ontology#";
    private static final String STATEMENTS = "PREFIX rec: <" + REC
            + "> SELECT ?s ?who ?what { ?s a rec:Statement ; rec:speaker ?who ; rec:content ?what } ORDER BY ?s ?who ?what";
    private static final IRI ARTICLE = Values.iri(SampleHome.BASE + "graph/articles-v");

    @TempDir
    private static Path folder;

    private static Serving server;
    private static SPARQLRepository repository;
    private static RepositoryConnection connection;

    @BeforeAll
    static void start() throws IOException {
        server = Serving.start(folder, "--home", SampleHome.FOLDER.toAbsolutePath());
        repository = new SPARQLRepository(server.url() + "sparql");
        repository.enableQuadMode(true);
        connection = repository.getConnection();
    }

    @AfterAll
    static void stop() {
        connection.close();
        repository.shutDown();
        server.close();
    }

    @Test
    void readsTheRowsThatTheServerSends() throws Exception {
        List<String> expected = server.get(STATEMENTS, "text/csv")
                .body()
                .lines()
                .skip(1)
                .map(row -> row.substring(0, row.indexOf(',')))
                .toList();
        assertThat(expected).hasSizeGreaterThan(60);
        assertThat(rows(connection.prepareTupleQuery(STATEMENTS)))
                .extracting(row -> row.getValue("s").stringValue())
                .isEqualTo(expected);
    }

    @Test
    void sendsBindings() {
        TupleQuery query = connection.prepareTupleQuery(STATEMENTS.replaceAll("ORDER BY.*", ""));
        query.setBinding("who", Values.iri(SampleHome.THINGS + "person/joren-hask"));
        List<BindingSet> rows = rows(query);
        assertThat(rows).isNotEmpty().hasSizeLessThan(60);
        assertThat(rows).extracting(row -> row.getValue("what")).allMatch(Value::isLiteral);
    }

    @Test
    void asks() {
        assertThat(connection.prepareBooleanQuery("ASK { ?s ?p ?o }").evaluate())
                .isTrue();
        assertThat(connection.prepareBooleanQuery("ASK { <urn:nobody> ?p ?o }").evaluate())
                .isFalse();
    }

    @Test
    void constructs() {
        String query = "PREFIX rec: <" + REC + "> CONSTRUCT WHERE { ?s rec:content ?what }";
        try (Stream<Statement> triples =
                QueryResults.stream(connection.prepareGraphQuery(query).evaluate())) {
            assertThat(triples)
                    .hasSizeGreaterThan(60)
                    .allSatisfy(triple ->
                            assertThat(triple.getPredicate().stringValue()).isEqualTo(REC + "content"));
        }
    }

    @Test
    void seesNamedGraphsAndTheirUnion() {
        try (Stream<?> graphs = connection.getContextIDs().stream()) {
            assertThat(graphs).hasSizeGreaterThan(20).anyMatch(ARTICLE::equals);
        }
        assertThat(connection.size(ARTICLE)).isPositive().isLessThan(connection.size());
        TupleQuery query = connection.prepareTupleQuery("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }");
        SimpleDataset one = new SimpleDataset();
        one.addDefaultGraph(ARTICLE);
        query.setDataset(one);
        assertThat(Long.parseLong(rows(query).get(0).getValue("n").stringValue()))
                .isEqualTo(connection.size(ARTICLE));
    }

    @Test
    void loadsWhatIsBehindTheIriOfAThing() throws IOException {
        SailRepository loaded = new SailRepository(new MemoryStore());
        try (RepositoryConnection into = loaded.getConnection()) {
            into.add(URI.create(server.url() + "id/person/joren-hask").toURL());
            IRI person = Values.iri(SampleHome.THINGS + "person/joren-hask");
            assertThat(into.hasStatement(person, null, null, false)).isTrue();
            Set<List<Value>> graphs = triples(into);
            into.clear();
            into.add(URI.create(server.url() + "doc/person/joren-hask.nt").toURL());
            assertThat(triples(into)).isEqualTo(graphs);
        } finally {
            loaded.shutDown();
        }
    }

    private static Set<List<Value>> triples(RepositoryConnection connection) {
        try (Stream<Statement> statements = connection.getStatements(null, null, null, false).stream()) {
            return statements
                    .map(each -> List.of(each.getSubject(), each.getPredicate(), each.getObject()))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void isToldWhatIsWrong() {
        assertThatThrownBy(() -> rows(connection.prepareTupleQuery("SELECT * { ?s <java:x>() ?o }")))
                .hasMessageContaining("Line 1");
        assertThatThrownBy(() -> rows(connection.prepareTupleQuery("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")))
                .hasMessageContaining("the limit of this server");
        assertThatThrownBy(() -> connection
                        .prepareUpdate("INSERT DATA { <urn:a> <urn:b> <urn:c> }")
                        .execute())
                .hasMessageContaining("changes nothing");
    }

    private static List<BindingSet> rows(TupleQuery query) {
        return QueryResults.asList(query.evaluate());
    }
}
