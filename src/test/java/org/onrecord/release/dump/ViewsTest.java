// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SchemaDO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.SampleHome;
import org.onrecord.release.Release;
import org.onrecord.release.metadata.CsvTables;
import org.onrecord.release.metadata.Nanopublications;
import org.onrecord.release.metadata.SchemaOrgView;
import org.onrecord.vocabulary.Rec;

class ViewsTest {
    private static final Path RULES = Path.of("src/test/resources/publish/nanopub");
    private static final String SDO = SchemaDO.headline.asNode().getNameSpace();

    @TempDir
    static Path dir;

    private static Release release;
    private static DatasetGraph nanopubs;
    private static Graph schema;

    @BeforeAll
    static void write() throws IOException {
        release = SampleHome.release();
        Nanopublications.write(release.dataset(), dir);
        SchemaOrgView.write(release.dataset(), dir, 1 << 20);
        CsvTables.write(release.dataset(), dir);
        nanopubs =
                RDFDataMgr.loadDatasetGraph(dir.resolve(Nanopublications.NAME).toString());
        schema = RDFDataMgr.loadGraph(dir.resolve("schema-org.ttl").toString());
    }

    @Test
    void writesNanopublicationPerStatement() {
        assertThat(nanopubs.stream(
                        Node.ANY,
                        Node.ANY,
                        RDF.Nodes.type,
                        NodeFactory.createURI("http://www.nanopub.org/nschema#Nanopublication")))
                .hasSize((int) release.count(Rec.STATEMENT));
    }

    @Test
    void followsNanopublicationRules() throws IOException {
        assertThat(offenders(nanopubs))
                .isNotEmpty()
                .allSatisfy((rule, found) -> assertThat(found).as(rule).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "four-graphs.rq | DELETE WHERE { GRAPH ?g { <S#nanopub> <http://www.nanopub.org/nschema#hasProvenance> ?x } }",
                "no-graph-is-empty.rq | CLEAR GRAPH <S#nanopub-assertion>",
                "no-other-graph.rq | INSERT DATA { GRAPH <urn:x> { <urn:s> <urn:p> 1 } }",
                "provenance-is-of-the-assertion.rq | DELETE WHERE { GRAPH ?g { <S#nanopub-assertion> ?p ?o } }",
                "publication-info-is-of-the-nanopublication.rq | DELETE WHERE { GRAPH ?g { <S#nanopub> <http://purl.org/dc/terms/license> ?x } }",
                "no-blank-node.rq | INSERT DATA { GRAPH <S#nanopub-head> { [] <urn:p> 1 } }"
            })
    void detectsRuleViolations(String rule, String breaking) throws IOException {
        DatasetGraph broken = DatasetGraphFactory.create();
        nanopubs.stream().forEach(broken::add);
        String update = breaking.replace("<S#", "<" + SampleHome.THINGS + "statement/w-18#");
        UpdateExec.dataset(broken).update(update).execute();
        assertThat(offenders(broken).get(rule)).isNotEmpty();
    }

    private static Map<String, List<Node>> offenders(DatasetGraph dataset) throws IOException {
        Map<String, List<Node>> offenders = new TreeMap<>();
        try (Stream<Path> files = Files.list(RULES)) {
            for (Path file : files.toList()) {
                try (QueryExec execution =
                        QueryExec.dataset(dataset).query(Files.readString(file)).build()) {
                    offenders.put(
                            file.getFileName().toString(),
                            Stream.iterate(execution.select(), rows -> rows.hasNext(), rows -> rows)
                                    .map(rows -> rows.next().get("offender"))
                                    .toList());
                }
            }
        }
        return offenders;
    }

    @Test
    void assertsOnlyTriplesOfRelease() {
        assertThat(nanopubs.stream()
                        .filter(quad -> quad.getGraph().getURI().endsWith("#nanopub-assertion"))
                        .map(Quad::asTriple))
                .isNotEmpty()
                .allMatch(triple -> release.everything().contains(triple));
    }

    @Test
    void assertsAllStatementPropertiesExceptListed() {
        Set<String> elsewhere = Set.of(
                "label reportedIn codingNote evidence quoteEvidence cueEvidence speakerEvidence dateEvidence occasionEvidence aboutAny withinAny sameActAny firstReport knownThrough expresses"
                        .split(" "));
        Set<Node> asserted = nanopubs.stream()
                .filter(quad -> quad.getGraph().getURI().endsWith("#nanopub-assertion"))
                .map(Quad::getPredicate)
                .collect(Collectors.toSet());
        assertThat(release.everything().stream(Node.ANY, RDF.Nodes.type, Rec.STATEMENT)
                        .flatMap(triple -> release.everything().stream(triple.getSubject(), Node.ANY, Node.ANY))
                        .map(Triple::getPredicate)
                        .filter(property -> !elsewhere.contains(property.getLocalName())))
                .isNotEmpty()
                .allMatch(asserted::contains);
    }

    @Test
    void usesOnlySchemaOrg() {
        assertThat(schema.stream().map(triple -> triple.getPredicate().getURI()).distinct())
                .allMatch(iri -> iri.startsWith(SDO) || iri.equals(RDF.type.getURI()));
        assertThat(instances("Statement")).isEqualTo(release.count(Rec.STATEMENT));
        assertThat(instances("NewsArticle")).isEqualTo(release.count(Rec.ARTICLE));
        assertThat(instances("Claim")).isEqualTo(release.count(Rec.CLAIM));
        assertThat(instances("Quotation"))
                .isEqualTo(release.everything().stream(Node.ANY, Rec.QUOTE_EVIDENCE, Node.ANY)
                        .count());
    }

    @Test
    void doesNotLocateDisputedRegions() {
        assertThat(schema.stream()
                        .filter(triple -> triple.getPredicate().getURI().endsWith("containedInPlace")))
                .isEmpty();
        assertThat(schema.stream(NodeFactory.createURI(SampleHome.THINGS + "region/hesta"), Node.ANY, Node.ANY))
                .isNotEmpty()
                .allMatch(triple ->
                        List.of("type", "name").contains(triple.getPredicate().getLocalName()));
    }

    @Test
    void writesRowPerStatementActorAndMention() throws IOException {
        assertThat(rows("statements.csv")).isEqualTo(release.count(Rec.STATEMENT));
        assertThat(rows("mentions.csv")).isEqualTo(release.count(Rec.MENTION));
        assertThat(Files.readString(dir.resolve("statements.csv")))
                .contains("\r\n", "statement/w-18,")
                .doesNotContain("\u001F")
                .startsWith("statement,article,speaker,through,depth,content,quotations,about,topics,form,acts,");
        assertThat(Files.readAllLines(dir.resolve("actors.csv")))
                .anyMatch(line -> line.contains("person/joren-hask,person,Joren Hask,"))
                .anyMatch(line -> line.contains("person/joren-hask,") && line.contains("Йорен Хаск"));
        assertThat(Files.readAllLines(dir.resolve("statements.csv")))
                .anyMatch(line -> line.contains(",President of Tarsia,")
                        && line.contains("," + SampleHome.THINGS + "person/joren-hask,"));
    }

    private static long instances(String type) {
        return schema.stream(Node.ANY, RDF.Nodes.type, NodeFactory.createURI(SDO + type))
                .count();
    }

    /** The rows without heading; cells contain no line ends. */
    private static long rows(String table) throws IOException {
        return Files.readAllLines(dir.resolve(table)).size() - 1L;
    }
}
