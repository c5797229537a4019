// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.load;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.onrecord.guard.Limits;
import org.onrecord.server.Address;
import org.onrecord.server.ReadServer;
import org.onrecord.server.ServerOptions;
import org.onrecord.server.journal.Journal;
import org.onrecord.web.RunningSite;
import org.onrecord.web.sparql.Served;

/** Servers under load: the site with the real data, and one of some 15,000 triples, as many as a release has. */
final class LoadFixture {
    private static final int THINGS = 5000;

    private LoadFixture() {}

    /** The whole site with short limits, for random requests. */
    static ReadServer site() {
        return RunningSite.get()
                .again(options(new Limits(Duration.ofSeconds(1), 10_000, 4 << 20, 32L << 20, 32, 32, 4)));
    }

    static ReadServer start(Limits limits) {
        return ReadServer.start(new Served(dataset(), "load"), options(limits));
    }

    private static ServerOptions options(Limits limits) {
        Journal mistakes = new Journal(line -> {
            if (line.contains("\"mistake\"")) {
                System.out.println(
                        line.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8).length > 4000
                                ? line.substring(0, 4000)
                                : line);
            }
        });
        return ServerOptions.at(new Address("127.0.0.1", 0)).with(limits).with(mistakes, Journal.SILENT);
    }

    private static DatasetGraph dataset() {
        DatasetGraph dataset = DatasetGraphFactory.createGeneral();
        Graph graph = dataset.getDefaultGraph();
        for (int i = 0; i < THINGS; i++) {
            graph.add(iri("s" + i), iri("next"), iri("s" + (i * 7 + 1) % THINGS));
            graph.add(iri("s" + i), iri("label"), NodeFactory.createLiteralLang("thing number " + i, "en"));
            graph.add(iri("s" + i), iri("kind"), iri("k" + i % 20));
        }
        return dataset;
    }

    private static Node iri(String name) {
        return NodeFactory.createURI("http://example.org/" + name);
    }
}
