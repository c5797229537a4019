// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import java.time.Duration;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.onrecord.guard.Limits;
import org.onrecord.release.Release;
import org.onrecord.release.ReleaseHash;

/** A small dataset with what attacks need, and limits that are reached soon. */
final class Fixture {
    static final String EX = "http://example.org/";

    static final Limits LIMITS = new Limits(Duration.ofMillis(1500), 1000, 1 << 20, 32L << 20, 16, 16, 2);

    private static final int THINGS = 600;

    private Fixture() {}

    static ServerOptions options() {
        return ServerOptions.at(new Address("127.0.0.1", 0)).with(LIMITS);
    }

    static ReadServer start() {
        return ReadServer.start(release(), options());
    }

    static Release release() {
        return new Release(dataset(), new ReleaseHash(new TreeMap<>()));
    }

    static DatasetGraph dataset() {
        DatasetGraph dataset = DatasetGraphFactory.createGeneral();
        Graph graph = dataset.getDefaultGraph();
        for (int i = 0; i < THINGS; i++) {
            graph.add(iri("s" + i), iri("next"), iri("s" + (i * 7 + 1) % THINGS));
            graph.add(iri("s" + i), iri("label"), NodeFactory.createLiteralLang("thing " + i, "en"));
        }
        graph.add(iri("hostile"), iri("label"), text("<script>alert(1)</script>"));
        graph.add(iri("hostile"), iri("cell"), text("=HYPERLINK(\"http://example.org/\")"));
        graph.add(iri("hostile"), iri("cell"), NodeFactory.createLiteralByValue(-5));
        graph.add(iri("bomb"), iri("text"), text("a".repeat(40) + "!"));
        dataset.getGraph(iri("graph")).add(iri("s0"), iri("in"), iri("graph"));
        dataset.getGraph(iri("other")).add(iri("s1"), iri("in"), iri("other"));
        return dataset;
    }

    private static Node iri(String name) {
        return NodeFactory.createURI(EX + name);
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }
}
