// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A changed store has what a new store of the same graphs has. */
class StoreEditTest {
    private static final int TERMS = 12;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void equalsAStoreOfTheChangedGraphs(int seed) {
        Random random = new Random(seed);
        Map<String, Graph> graphs = new TreeMap<>();
        Set<String> inferred = new HashSet<>(Set.of("urn:graph:0", "urn:graph:1"));
        StoreBuilder builder = new StoreBuilder();
        for (String name : inferred) {
            graphs.put(name, GraphMemFactory.createDefaultGraphSameTerm());
            builder.addInferred(NodeFactory.createURI(name), Graph.emptyGraph);
        }
        Store store = builder.build();
        for (int change = 0; change < 40; change++) {
            StoreEdit edit = new StoreEdit(store);
            for (int step = 0; step < 1 + random.nextInt(3); step++) {
                change(random, graphs, inferred, edit);
            }
            store = edit.build();
            assertEquals(store, graphs, inferred);
        }
    }

    @Test
    void forgetsTermsThatNoQuadHasWhenMostAreSuch() {
        Map<String, Graph> graphs = new TreeMap<>();
        Store store = new StoreBuilder()
                .addInferred(NodeFactory.createURI("urn:graph:inferred"), Graph.emptyGraph)
                .build();
        for (int change = 0; change < 4; change++) {
            StoreEdit edit = new StoreEdit(store);
            for (String name : List.of("urn:graph:stated", "urn:graph:inferred")) {
                Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
                for (int at = 0; at < 30_000; at++) {
                    graph.add(triple(NodeFactory.createURI(name + change + "-" + at)));
                }
                graphs.put(name, graph);
                edit.put(NodeFactory.createURI(name), graph);
            }
            store = edit.build();
        }

        assertThat(store.terms()).isLessThan(130_000);
        assertThat(store.size()).isEqualTo(60_000);
        assertThat(new StoredGraph(store.explicit(), 0).find().toSet())
                .isEqualTo(Objects.requireNonNull(graphs.get("urn:graph:stated"))
                        .find()
                        .toSet());
    }

    @Test
    void isTheSameStoreWithoutAChange() {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        graph.add(triple(term(1)));
        Store store = new StoreBuilder().add(term(2), graph).build();
        StoreEdit edit = new StoreEdit(store);
        edit.put(term(2), graph);
        assertThat(edit.build()).isSameAs(store);
        StoreEdit names = new StoreEdit(store);
        names.put(term(3), Graph.emptyGraph);
        assertThat(names.build().graphs()).isEqualTo(2);
    }

    private static Node term(int number) {
        return NodeFactory.createURI("urn:t" + number);
    }

    private static Triple triple(Node subject) {
        return Triple.create(subject, term(1), term(1));
    }

    private static void change(Random random, Map<String, Graph> graphs, Set<String> inferred, StoreEdit edit) {
        String name = "urn:graph:" + random.nextInt(6);
        Node node = NodeFactory.createURI(name);
        Graph current = graphs.get(name);
        if (current == null || random.nextInt(4) == 0) {
            Graph next = GraphMemFactory.createDefaultGraphSameTerm();
            IntStream.range(0, random.nextInt(30)).forEach(at -> next.add(triple(random)));
            graphs.put(name, next);
            edit.put(node, next);
        } else if (random.nextInt(inferred.contains(name) ? 50 : 5) == 0) {
            graphs.remove(name);
            inferred.remove(name);
            edit.drop(node);
        } else {
            Graph next = GraphMemFactory.createDefaultGraphSameTerm();
            current.find().forEachRemaining(next::add);
            for (int at = 0; at < 4; at++) {
                Triple triple = triple(random);
                if (random.nextBoolean()) {
                    next.add(triple);
                    edit.add(node, triple);
                } else {
                    next.delete(triple);
                    edit.remove(node, triple);
                }
            }
            graphs.put(name, next);
        }
    }

    private static Triple triple(Random random) {
        return Triple.create(
                NodeFactory.createURI("urn:s" + random.nextInt(TERMS)),
                NodeFactory.createURI("urn:p" + random.nextInt(3)),
                random.nextBoolean()
                        ? NodeFactory.createURI("urn:s" + random.nextInt(TERMS))
                        : NodeFactory.createLiteralLang("text " + random.nextInt(TERMS), "en"));
    }

    private static void assertEquals(Store edited, Map<String, Graph> graphs, Set<String> inferred) {
        StoreBuilder builder = new StoreBuilder();
        graphs.forEach((name, graph) -> builder.add(NodeFactory.createURI(name), graph));
        Store fresh = builder.build();
        assertThat(quads(edited)).containsExactlyInAnyOrderElementsOf(quads(fresh));
        assertThat(names(edited)).containsExactlyInAnyOrderElementsOf(names(fresh));
        assertThat(edited.size()).isEqualTo(fresh.size());
        assertThat(edited.subjects()).isEqualTo(fresh.subjects());
        assertThat(edited.objects()).isEqualTo(fresh.objects());
        assertThat(edited.predicates()).isEqualTo(fresh.predicates());
        Graph union = new StoredGraph(edited, 0);
        for (Triple triple : new StoredGraph(fresh, 0).find().toList()) {
            assertFound(union, triple);
            assertThat(counts(edited, triple)).isEqualTo(counts(fresh, triple));
        }
        graphs.forEach((name, graph) -> assertThat(new StoredGraph(edited, edited.id(NodeFactory.createURI(name)))
                        .find()
                        .toList())
                .containsExactlyInAnyOrderElementsOf(graph.find().toList()));
        Set<Triple> explicit = graphs.entrySet().stream()
                .filter(graph -> !inferred.contains(graph.getKey()))
                .flatMap(graph -> graph.getValue().stream())
                .collect(Collectors.toSet());
        Graph view = new StoredGraph(edited.explicit(), 0);
        assertThat(view.find().toList()).containsExactlyInAnyOrderElementsOf(explicit);
        explicit.forEach(triple -> assertFound(view, triple));
    }

    /** A triple is found by every pattern that it matches. */
    private static void assertFound(Graph graph, Triple triple) {
        for (int mask = 0; mask < 8; mask++) {
            Triple pattern = Triple.createMatch(
                    (mask & 1) == 0 ? Node.ANY : triple.getSubject(),
                    (mask & 2) == 0 ? Node.ANY : triple.getPredicate(),
                    (mask & 4) == 0 ? Node.ANY : triple.getObject());
            assertThat(graph.find(pattern).toList()).contains(triple).doesNotHaveDuplicates();
        }
    }

    private static List<Quad> quads(Store store) {
        List<Quad> quads = new ArrayList<>();
        new StoredDataset(store).find().forEachRemaining(quads::add);
        return quads;
    }

    private static List<Node> names(Store store) {
        return IntStream.range(0, store.graphs())
                .mapToObj(graph -> store.term(store.graph(graph)))
                .toList();
    }

    private static List<Object> counts(Store store, Triple triple) {
        int predicate = store.id(triple.getPredicate());
        return Stream.of(
                        store.counts(predicate),
                        store.count(store.id(triple.getSubject()), predicate, 0),
                        store.count(0, predicate, store.id(triple.getObject())),
                        store.count(0, 0, store.id(triple.getObject())))
                .collect(Collectors.toList());
    }

    @Test
    void leavesTheStoreBeforeAsItWas() {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        Random random = new Random(1);
        IntStream.range(0, 30).forEach(at -> graph.add(triple(random)));
        Store before = new StoreBuilder()
                .add(NodeFactory.createURI("urn:graph:a"), graph)
                .build();
        List<Quad> quads = quads(before);
        StoreEdit edit = new StoreEdit(before);
        edit.drop(NodeFactory.createURI("urn:graph:a"));
        edit.put(NodeFactory.createURI("urn:graph:b"), graph);
        assertThat(names(edit.build())).containsExactly(NodeFactory.createURI("urn:graph:b"));
        assertThat(quads(before)).isEqualTo(quads);
    }
}
