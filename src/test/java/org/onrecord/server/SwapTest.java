// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onrecord.Eventually;
import org.onrecord.SampleHome;
import org.onrecord.release.Release;
import org.onrecord.release.ReleaseHash;
import org.onrecord.site.SiteSettings;
import org.onrecord.site.Website;
import org.onrecord.site.data.Origin;
import org.onrecord.site.page.Site;

class SwapTest {
    private static final int SWAPS = 100;
    private static final int READERS = 4;
    private static final int ROWS = 60;
    private static final String QUERY = "SELECT ?n { { ?s <urn:n> ?n } UNION { GRAPH <urn:graph> { ?s <urn:n> ?n } } }";
    private static final SiteSettings SETTINGS =
            new SiteSettings(SampleHome.catalogue(), Site.PLAIN, Origin.ASKED, false);

    private final List<WeakReference<DatasetGraph>> datasets = new ArrayList<>();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();

    @Test
    @DisplayName(
            "100 swaps beside readers => each answer is of one release, which its header names; old ones are collected")
    void answersFromOneRelease() throws InterruptedException {
        try (ReadServer server = ReadServer.start(site(0), Fixture.options())) {
            AtomicBoolean over = new AtomicBoolean();
            List<Thread> readers = IntStream.range(0, READERS)
                    .mapToObj(i -> new Thread(() -> read(new Client(server), over)))
                    .toList();
            readers.forEach(Thread::start);
            for (int n = 1; n <= SWAPS; n++) {
                server.show(site(n));
                int before = seen.size();
                Eventually.holds("readers go on", () -> seen.size() > before + 1 || !wrong.isEmpty());
            }
            over.set(true);
            for (Thread reader : readers) {
                reader.join();
            }
            assertThat(wrong).isEmpty();
            assertThat(Set.copyOf(seen)).hasSizeGreaterThan(SWAPS / 2);
            assertThat(server.release()).isEqualTo(hash(SWAPS).hash());
            Eventually.holds("old releases are collected", this::onlyTheLastAreHeld);
        }
    }

    private boolean onlyTheLastAreHeld() {
        System.gc();
        return datasets.get(0).get() == null
                && datasets.stream().filter(dataset -> dataset.get() != null).count() <= 2;
    }

    private void read(Client client, AtomicBoolean over) {
        Map<String, String> numbers =
                IntStream.rangeClosed(0, SWAPS).boxed().collect(Collectors.toMap(n -> hash(n).hash(), String::valueOf));
        while (!over.get()) {
            HttpResponse<String> answer = client.query(QUERY, "Accept", "text/csv");
            String release = answer.headers().firstValue("Onrecord-Release").orElse("none");
            List<String> rows = answer.body().lines().skip(1).toList();
            boolean right = answer.statusCode() == 200
                    && rows.size() == 2 * ROWS
                    && Set.copyOf(rows).equals(Set.of(numbers.getOrDefault(release, "unknown")));
            (right ? seen : wrong).add(right ? release : answer.statusCode() + " " + release + " " + Set.copyOf(rows));
        }
    }

    private Website site(int n) {
        DatasetGraph dataset = DatasetGraphFactory.createGeneral();
        for (int i = 0; i < ROWS; i++) {
            for (var graph : List.of(Quad.defaultGraphIRI, NodeFactory.createURI("urn:graph"))) {
                dataset.add(Quad.create(
                        graph,
                        NodeFactory.createURI("urn:s" + i),
                        NodeFactory.createURI("urn:n"),
                        NodeFactory.createLiteralByValue(n)));
            }
        }
        Release release = new Release(dataset, hash(n));
        datasets.add(new WeakReference<>(release.dataset()));
        return new Website(release, SETTINGS, Optional.empty());
    }

    private static ReleaseHash hash(int n) {
        return new ReleaseHash(new TreeMap<>(Map.of("urn:graph", "%064x".formatted(n))));
    }
}
