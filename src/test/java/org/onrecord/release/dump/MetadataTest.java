// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.SampleHome;
import org.onrecord.release.Release;
import org.onrecord.release.Sha256;
import org.onrecord.release.form.Context;
import org.onrecord.release.form.DumpNames;
import org.onrecord.release.form.Manifest;
import org.onrecord.release.metadata.Metadata;
import org.onrecord.vocabulary.BaseIri;

class MetadataTest {
    private static final BaseIri BASE = new BaseIri(SampleHome.BASE);
    private static final Node DATASET = BASE.datasetNode();

    @TempDir
    static Path dir;

    private static Release release;
    private static Manifest manifest;
    private static Graph described;

    @BeforeAll
    static void export() {
        release = SampleHome.release();
        manifest = new ReleaseWriter(release.dataset(), Context.of(release.everything()), Bounds.DEFAULTS, step -> {})
                .to(
                        ReleaseFolder.at(dir.resolve("release")),
                        DumpNames.FORMATS,
                        List.of(),
                        List.of((folder, soFar) -> Metadata.write(release.dataset(), folder, soFar)));
        described = RDFDataMgr.loadGraph(dir.resolve("release/dataset.ttl").toString());
    }

    @Test
    void countsMatchQueries() {
        Map<Node, String> counts = Map.of(
                VOID.triples.asNode(), "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
                VOID.distinctSubjects.asNode(), "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s { ?s ?p ?o } }",
                VOID.distinctObjects.asNode(), "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?o { ?s ?p ?o } }",
                VOID.properties.asNode(), "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?p { ?s ?p ?o } }",
                VOID.classes.asNode(), "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?c { ?s a ?c } }",
                VOID.entities.asNode(),
                        "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s { ?s a ?c FILTER REGEX(STR(?s), '^"
                                + BASE.things() + "[^#]+$') } }");
        counts.forEach((property, query) -> assertThat(number(DATASET, property))
                .as(property.getLocalName())
                .isEqualTo(ask(query)));
    }

    @Test
    void countsClassesAndProperties() {
        assertThat(partitions(VOID.classPartition.asNode(), VOID._class.asNode(), VOID.entities.asNode()))
                .isEqualTo(grouped("SELECT ?x (COUNT(DISTINCT ?s) AS ?n) { ?s a ?x } GROUP BY ?x"));
        assertThat(partitions(VOID.propertyPartition.asNode(), VOID.property.asNode(), VOID.triples.asNode()))
                .isEqualTo(grouped("SELECT ?x (COUNT(*) AS ?n) { ?s ?x ?o } GROUP BY ?x"));
    }

    @Test
    void onlyCompleteFilesAreDataDumps() {
        assertThat(described.stream(Node.ANY, VOID.dataDump.asNode(), Node.ANY)
                        .map(triple -> triple.getObject().getURI()))
                .isNotEmpty()
                .allMatch(dump -> dump.contains("/dumps/onrecord."));
    }

    @Test
    void countsGraphsAndLinksets() {
        release.graphs()
                .forEach(iri -> assertThat(number(NodeFactory.createURI(iri), VOID.triples.asNode()))
                        .as(iri)
                        .isEqualTo(ask("SELECT (COUNT(*) AS ?n) { GRAPH <" + iri + "> { ?s ?p ?o } }")));
        List<Node> linksets = described.stream(Node.ANY, RDF.Nodes.type, VOID.Linkset.asNode())
                .map(Triple::getSubject)
                .toList();
        assertThat(linksets).isNotEmpty().allSatisfy(linkset -> {
            Node predicate = object(linkset, VOID.linkPredicate.asNode());
            Node space = object(object(linkset, VOID.objectsTarget.asNode()), VOID.uriSpace.asNode());
            assertThat(number(linkset, VOID.triples.asNode()))
                    .isEqualTo(ask("SELECT (COUNT(*) AS ?n) { ?s <" + predicate.getURI()
                            + "> ?o FILTER STRSTARTS(STR(?o), '" + space.getLiteralLexicalForm() + "') }"));
        });
        assertThat(linksets.stream()
                        .mapToLong(set -> number(set, VOID.triples.asNode()))
                        .sum())
                .isEqualTo(ask("PREFIX skos: <http://www.w3.org/2004/02/skos/core#> SELECT (COUNT(*) AS ?n) {"
                        + " ?s skos:exactMatch|skos:closeMatch|skos:relatedMatch|<http://www.w3.org/2000/01/rdf-schema#seeAlso> ?o"
                        + " FILTER (ISIRI(?o) && !STRSTARTS(STR(?o), 'https://w3id.org/')"
                        + " && !STRSTARTS(STR(?o), '" + BASE.iri() + "')) }"));
    }

    @Test
    void dumpsHaveSizeChecksumAndDcatApProperties() throws IOException {
        List<Node> files = described.stream(DATASET, DCAT.distribution.asNode(), Node.ANY)
                .map(Triple::getObject)
                .toList();
        assertThat(files).hasSize(12);
        for (Node file : files) {
            String address = object(file, DCAT.downloadURL.asNode()).getURI();
            Path path = dir.resolve("release").resolve(address.substring(address.lastIndexOf('/') + 1));
            Node sum = object(file, NodeFactory.createURI("http://spdx.org/rdf/terms#checksum"));
            assertThat(number(file, DCAT.byteSize.asNode())).isEqualTo(Files.size(path));
            assertThat(object(sum, NodeFactory.createURI("http://spdx.org/rdf/terms#checksumValue"))
                            .getLiteralLexicalForm())
                    .isEqualTo(Sha256.of(path));
            assertThat(object(file, DCAT.mediaType.asNode()).getURI()).contains("/assignments/media-types/");
            assertThat(described.contains(file, DCAT.accessURL.asNode(), Node.ANY))
                    .isTrue();
            assertThat(described.contains(file, DCTerms.license.asNode(), Node.ANY))
                    .isTrue();
            assertThat(object(file, DCTerms.description.asNode()).getLiteralLexicalForm())
                    .startsWith(address.contains("/onrecord.") ? "Everything" : "A ");
        }
    }

    @Test
    void referencedNodesHaveDcatApClasses() {
        Map<Property, Resource> classes = Map.of(
                DCTerms.license, DCTerms.LicenseDocument,
                DCTerms.language, DCTerms.LinguisticSystem,
                DCTerms.conformsTo, DCTerms.Standard,
                DCAT.mediaType, DCTerms.MediaType,
                DCAT.compressFormat, DCTerms.MediaType);
        classes.forEach((property, type) -> assertThat(
                        described.stream(Node.ANY, property.asNode(), Node.ANY).map(Triple::getObject))
                .as(property.getLocalName())
                .isNotEmpty()
                .allMatch(object -> described.contains(object, RDF.Nodes.type, type.asNode())));
    }

    @Test
    void hasReleaseAndPublisher() {
        assertThat(object(DATASET, DCTerms.identifier.asNode()).getLiteralLexicalForm())
                .isEqualTo(manifest.release().hash());
        for (Node subject : List.of(DATASET, NodeFactory.createURI(BASE.dataset() + "#catalogue"))) {
            for (var property : List.of(DCTerms.title, DCTerms.description, DCTerms.publisher, DCTerms.license)) {
                assertThat(described.contains(subject, property.asNode(), Node.ANY))
                        .as(subject + " " + property)
                        .isTrue();
            }
        }
    }

    @Test
    void isDeterministic() {
        String origin = "https://example.org";
        assertThat(new Metadata(release.dataset(), manifest).turtle(origin))
                .isEqualTo(new Metadata(release.dataset(), manifest).turtle(origin))
                .contains("https://example.org/dumps/onrecord.nq");
    }

    private static Map<String, Long> partitions(Node partition, Node of, Node count) {
        return described.stream(DATASET, partition, Node.ANY)
                .map(Triple::getObject)
                .collect(Collectors.toMap(
                        part -> object(part, of).getURI(), part -> number(part, count), Long::sum, TreeMap::new));
    }

    private static Map<String, Long> grouped(String query) {
        Map<String, Long> found = new TreeMap<>();
        try (QueryExec execution =
                QueryExec.dataset(release.dataset()).query(query).build()) {
            RowSet rows = execution.select();
            rows.forEachRemaining(row ->
                    found.put(row.get("x").getURI(), Long.parseLong(row.get("n").getLiteralLexicalForm())));
        }
        return found;
    }

    private static long ask(String query) {
        try (QueryExec execution =
                QueryExec.dataset(release.dataset()).query(query).build()) {
            return Long.parseLong(execution.select().next().get("n").getLiteralLexicalForm());
        }
    }

    private static long number(Node subject, Node property) {
        return Long.parseLong(object(subject, property).getLiteralLexicalForm());
    }

    private static Node object(Node subject, Node property) {
        List<Node> objects = described.stream(subject, property, Node.ANY)
                .map(Triple::getObject)
                .toList();
        assertThat(objects).as(subject + " " + property).hasSize(1);
        return objects.get(0);
    }

    @Test
    void saysTheFormatOfEveryDistributionThatIsRdfOrCsv() {
        Resource dump =
                ModelFactory.createModelForGraph(described).createResource(DATASET.getURI() + "#file-onrecord.nq.gz");

        assertThat(dump.getPropertyResourceValue(DCTerms.format).getURI()).endsWith("/file-type/RDF_N_QUADS");
        assertThat(described.stream(Node.ANY, DCAT.mediaType.asNode(), Node.ANY)
                        .map(Triple::getSubject)
                        .filter(file -> !described.contains(file, DCTerms.format.asNode(), Node.ANY)))
                .isEmpty();
    }

    @Test
    void saysNothingOfThemeAndDaysThatTheHomeDoesNotSay() {
        for (Property property : List.of(DCAT.theme, DCTerms.issued, DCTerms.modified)) {
            assertThat(described.contains(DATASET, property.asNode(), Node.ANY))
                    .as(property.getLocalName())
                    .isFalse();
        }
    }
}
