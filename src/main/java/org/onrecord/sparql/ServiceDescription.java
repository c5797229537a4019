// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sparql;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.onrecord.guard.engine.Services;
import org.onrecord.release.Release;
import org.onrecord.release.metadata.Metadata;

/**
 * The SPARQL 1.1 Service Description of the endpoint, with the number of triples of each graph and the statistics of VoID:
 * a planner of federated queries needs no other request. Those of a large release are missing until they are counted.
 */
final class ServiceDescription {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String FORMATS = "http://www.w3.org/ns/formats/";
    private static final List<String> RESULT_FORMATS = List.of(
            "SPARQL_Results_JSON",
            "SPARQL_Results_XML",
            "SPARQL_Results_CSV",
            "SPARQL_Results_TSV",
            "Turtle",
            "N-Triples",
            "JSON-LD",
            "RDF_XML",
            "TriG",
            "N-Quads");

    private ServiceDescription() {}

    /**
     * The description.
     *
     * @param url URL of the endpoint
     */
    static Graph of(String url, Release release, Services services) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        Node service = NodeFactory.createBlankNode();
        Node data = release.base().datasetNode();
        graph.add(service, RDF.Nodes.type, sd("Service"));
        graph.add(service, sd("endpoint"), NodeFactory.createURI(url));
        graph.add(service, sd("supportedLanguage"), sd("SPARQL11Query"));
        graph.add(service, sd("feature"), sd("UnionDefaultGraph"));
        if (!services.allowed().isEmpty()) {
            graph.add(service, sd("feature"), sd("BasicFederatedQuery"));
        }
        RESULT_FORMATS.forEach(
                format -> graph.add(service, sd("resultFormat"), NodeFactory.createURI(FORMATS + format)));
        graph.add(service, sd("defaultDataset"), data);
        graph.add(data, VOID.sparqlEndpoint.asNode(), NodeFactory.createURI(url));
        GraphUtil.addInto(graph, release.index(Sizes.class, Sizes::of).counted());
        describe(data, release.dataset(), graph);
        graph.getPrefixMapping().setNsPrefix("sd", SD).setNsPrefix("void", VOID.getURI());
        return graph;
    }

    /**
     * The statistics of a release, which are counted once, in the background.
     *
     * @param graph is done when they are counted
     */
    private record Sizes(CompletableFuture<Graph> graph) {
        private static final long WAIT_MILLIS = 1000;

        static Sizes of(Release release) {
            return new Sizes(CompletableFuture.supplyAsync(() -> Metadata.sizes(release.dataset())));
        }

        /** The statistics, or none if counting takes longer than a request should. */
        Graph counted() {
            return graph.copy()
                    .completeOnTimeout(GraphMemFactory.createDefaultGraph(), WAIT_MILLIS, TimeUnit.MILLISECONDS)
                    .join();
        }
    }

    private static void describe(Node data, DatasetGraph dataset, Graph graph) {
        Node main = NodeFactory.createBlankNode();
        graph.add(data, RDF.Nodes.type, sd("Dataset"));
        graph.add(data, RDF.Nodes.type, VOID.Dataset.asNode());
        graph.add(data, sd("defaultGraph"), main);
        count(main, dataset.getDefaultGraph(), graph);
        for (Iterator<Node> names = dataset.listGraphNodes(); names.hasNext(); ) {
            Node name = names.next();
            Node named = NodeFactory.createBlankNode();
            graph.add(data, sd("namedGraph"), named);
            graph.add(named, RDF.Nodes.type, sd("NamedGraph"));
            graph.add(named, sd("name"), name);
            graph.add(named, sd("graph"), name);
            count(name, dataset.getGraph(name), graph);
        }
    }

    private static void count(Node node, Graph counted, Graph graph) {
        graph.add(node, RDF.Nodes.type, sd("Graph"));
        graph.add(node, VOID.triples.asNode(), NodeFactoryExtra.intToNode(counted.size()));
    }

    private static Node sd(String term) {
        return NodeFactory.createURI(SD + term);
    }
}
