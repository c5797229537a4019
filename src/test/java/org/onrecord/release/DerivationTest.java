// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.SampleHome;
import org.onrecord.engine.StoreEdit;
import org.onrecord.engine.StoredDataset;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.SourceFile;
import org.onrecord.vocabulary.Namespace;
import org.onrecord.vocabulary.Rec;

class DerivationTest {
    private static final Release BEFORE = SampleHome.release();
    private static final Derivation DERIVATION =
            new Derivation(SampleHome.HOME.rules().stream().map(Rule::read).toList(), BEFORE.base());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void derivesOfAChangeWhatItDerivesOfTheWhole(int seed) {
        Random random = new Random(seed);
        Map<String, Graph> named = stated();
        List<String> data = named.keySet().stream()
                .filter(graph -> graph.startsWith(SampleHome.BASE))
                .toList();
        for (int i = 0; i < 6; i++) {
            remove(named, data.get(random.nextInt(data.size())), random);
        }
        exchange(named, NodeFactory.createURI(Namespace.TERMS + "sameActAs"), random);
        exchange(named, Rec.WITHIN, random);

        assertThat(derived(named))
                .isEqualTo(quads(new StoredDataset(
                        DERIVATION.derive(Release.dataset(named)).build())));
    }

    @Test
    void derivesNothingAnewOfAnUnchangedHome() {
        assertThat(derived(stated())).isEqualTo(quads(BEFORE.dataset()));
    }

    @Test
    void affectsTheStatementsOfAChangedSpeaker() {
        Rule labels = DERIVATION.rules().stream()
                .filter(rule -> rule.graph().equals("derived-labels"))
                .findFirst()
                .orElseThrow();
        Node speaker = NodeFactory.createURI(SampleHome.THINGS + "person/ana-velin");

        assertThat(labels.affected(BEFORE.everything(), BEFORE.everything(), List.of(speaker)))
                .contains(NodeFactory.createURI(SampleHome.THINGS + "statement/v-05"))
                .doesNotContain(NodeFactory.createURI(SampleHome.THINGS + "statement/v-01"));
    }

    @Test
    void marksAStatementThatIsProposedLater() {
        Map<String, Graph> named = stated();
        Graph article = named.getOrDefault(SampleHome.BASE + "graph/articles-v", Graph.emptyGraph);
        article.add(
                NodeFactory.createURI(SampleHome.THINGS + "statement/v-05"),
                Rec.REVIEW_STATUS,
                NodeFactory.createURI(Namespace.CODES + "review-status/proposed"));

        assertThat(derived(named))
                .isEqualTo(quads(new StoredDataset(
                        DERIVATION.derive(Release.dataset(named)).build())))
                .anyMatch(quad -> quad.getGraph().getURI().endsWith("graph/derived-labels")
                        && quad.getSubject().getURI().endsWith("/v-05")
                        && quad.getObject().getLiteralLexicalForm().contains("proposed by software"));
    }

    @Test
    void refusesARuleThatDoesNotSayWhatAffectsIt() throws IOException {
        assertRefused("CONSTRUCT { ?statement <urn:p> ?x } WHERE { ?statement <urn:q> ?x }", "#+ affected");
        assertRefused("#+ affected: <urn:q>?\nCONSTRUCT { ?x <urn:p> 1 } WHERE { ?x <urn:q> ?y }", "?statement");
    }

    @Test
    void refusesARuleThatAsksAnotherMachine() throws IOException {
        assertRefused(
                "#+ affected: <urn:q>?\nCONSTRUCT { ?statement <urn:p> ?x } WHERE { SERVICE <urn:s> { ?statement <urn:q> ?x } }",
                "The rule asks another machine with SERVICE");
    }

    private void assertRefused(String text, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("rule.rq"), text);
        assertThatThrownBy(() -> Rule.read(new SourceFile("ontology/rules/rule.rq", file)))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageStartingWith("ontology/rules/rule.rq:1:1")
                .hasMessageContaining(message);
    }

    /** The quads after stated graphs have changed to these. */
    private static Set<Quad> derived(Map<String, Graph> named) {
        StoredDataset before = (StoredDataset) BEFORE.dataset();
        StoreEdit edit = new StoreEdit(before.store());
        named.forEach((name, graph) -> edit.put(NodeFactory.createURI(name), graph));
        List<Node> changed = Stream.of(edit.added(), edit.removed())
                .flatMap(List::stream)
                .map(Triple::getSubject)
                .toList();
        return quads(new StoredDataset(DERIVATION
                .derive(before.explicit(), new StoredDataset(edit.build()), changed)
                .build()));
    }

    private static Set<Quad> quads(DatasetGraph dataset) {
        return dataset.stream().collect(Collectors.toSet());
    }

    /** Copies of the stated graphs, by IRI. */
    private static Map<String, Graph> stated() {
        Map<String, Graph> named = new TreeMap<>();
        BEFORE.graphs().stream().filter(graph -> !ReleaseHash.isDerived(graph)).forEach(graph -> {
            Graph copy = GraphMemFactory.createDefaultGraph();
            GraphUtil.addInto(copy, BEFORE.dataset().getGraph(NodeFactory.createURI(graph)));
            named.put(graph, copy);
        });
        return named;
    }

    /** Removes a triple that a rule may read. */
    private static void remove(Map<String, Graph> named, String graph, Random random) {
        List<Triple> triples = new ArrayList<>(
                named.getOrDefault(graph, Graph.emptyGraph).find().toList());
        triples.sort((a, b) -> a.toString().compareTo(b.toString()));
        named.getOrDefault(graph, Graph.emptyGraph).delete(triples.get(random.nextInt(triples.size())));
    }

    /** Exchanges the objects of a property among its subjects. */
    private static void exchange(Map<String, Graph> named, Node property, Random random) {
        for (Graph graph : named.values()) {
            List<Triple> triples =
                    new ArrayList<>(graph.stream(Node.ANY, property, Node.ANY).toList());
            triples.sort((a, b) -> a.toString().compareTo(b.toString()));
            List<Node> objects =
                    new ArrayList<>(triples.stream().map(Triple::getObject).toList());
            Collections.shuffle(objects, random);
            triples.forEach(graph::delete);
            for (int i = 0; i < triples.size(); i++) {
                graph.add(triples.get(i).getSubject(), property, objects.get(i));
            }
        }
    }
}
