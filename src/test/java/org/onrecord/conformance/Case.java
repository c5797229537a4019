// SPDX-License-Identifier: Apache-2.0
package org.onrecord.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.graph.GNode;
import org.apache.jena.sparql.util.graph.GraphList;
import org.onrecord.engine.StoredDataset;

/**
 * A test case of a manifest.
 *
 * @param folder which manifest
 * @param node the case in it
 * @param manifest says everything about it
 */
record Case(String folder, Node node, Graph manifest) {
    static final String BASE = "http://w3c.example/";

    private static final String RESOURCES = "/testcases-sparql-1.1-w3c/";
    static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    private static final String QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
    private static final Node TYPE = NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");

    /** The cases of a folder of the class path that its manifest lists. */
    static List<Case> in(String folder) {
        return listed(folder, BASE + folder + "/manifest.ttl");
    }

    /** The cases of a manifest, and of those that it includes; replaced cases stand in it, but not in the list. */
    static List<Case> listed(String folder, String address) {
        Graph manifest = graph(address);
        Stream<Case> own = objects(manifest, Node.ANY, MF + "entries")
                .flatMap(list -> GraphList.members(new GNode(manifest, list)).stream())
                .map(node -> new Case(folder, node, manifest));
        Stream<Case> included =
                objects(manifest, Node.ANY, MF + "include").flatMap(other -> listed(folder, other.getURI()).stream());
        return Stream.concat(own, included).toList();
    }

    String name() {
        return folder + ": " + one(node, MF + "name").getLiteralLexicalForm();
    }

    /** What the manifest calls the case in its IRI. */
    String id() {
        String uri = node.getURI();
        return uri.contains("#") ? uri.substring(uri.indexOf('#') + 1) : uri.replaceFirst(".*/" + folder + "/", "");
    }

    Node action() {
        return one(node, MF + "action");
    }

    String type() {
        String uri = one(node, TYPE.getURI()).getURI();
        return uri.substring(uri.indexOf('#') + 1);
    }

    /** The address of the query; its text is at {@link #text}. */
    String query() {
        Node action = action();
        return action.isURI() ? action.getURI() : one(action, QT + "query").getURI();
    }

    String result() {
        return one(node, MF + "result").getURI();
    }

    /** The data set of the case; graphs that the query itself names with FROM are in it by their names. */
    DatasetGraph dataset(List<String> from) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        Node action = action();
        manifest.find(action, NodeFactory.createURI(QT + "data"), Node.ANY)
                .forEachRemaining(data -> RDFParser.fromString(
                                text(data.getObject().getURI()),
                                RDFLanguages.filenameToLang(data.getObject().getURI()))
                        .base(data.getObject().getURI())
                        .parse(dataset.getDefaultGraph()));
        manifest.find(action, NodeFactory.createURI(QT + "graphData"), Node.ANY)
                .forEachRemaining(data -> dataset.addGraph(
                        data.getObject(), graph(data.getObject().getURI())));
        from.forEach(iri -> dataset.addGraph(NodeFactory.createURI(iri), graph(iri)));
        return dataset.listGraphNodes().hasNext()
                ? dataset
                : StoredDataset.of(Map.of(NodeFactory.createURI("urn:data"), dataset.getDefaultGraph()));
    }

    static Graph graph(String address) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        RDFParser.fromString(text(address), RDFLanguages.filenameToLang(address))
                .base(address)
                .parse(graph);
        return graph;
    }

    static String text(String address) {
        return new String(bytes(address), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String address) {
        try (InputStream in = address.startsWith("file:")
                ? Files.newInputStream(Path.of(URI.create(address)))
                : Case.class.getResourceAsStream(RESOURCES + address.substring(BASE.length()))) {
            if (in == null) {
                throw new IllegalArgumentException("No test file " + address);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Node one(Node subject, String predicate) {
        return objects(manifest, subject, predicate).findFirst().orElseThrow();
    }

    static Stream<Node> objects(Graph graph, Node subject, String predicate) {
        return graph.stream(subject, NodeFactory.createURI(predicate), Node.ANY).map(Triple::getObject);
    }
}
