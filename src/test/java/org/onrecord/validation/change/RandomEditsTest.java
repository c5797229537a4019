// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.onrecord.Checkout;
import org.onrecord.SampleHome;
import org.onrecord.engine.Change;
import org.onrecord.engine.StoredGraph;
import org.onrecord.source.Home;
import org.onrecord.source.SourceFile;
import org.onrecord.source.TurtleFile;
import org.onrecord.source.TurtleReader;
import org.onrecord.validation.Results;
import org.onrecord.validation.Validator;

/**
 * Random edits of the data: validating what an edit may concern gives the results of validating everything. {@code mvn test
 * -Dtest=RandomEditsTest -Dreach.edits=5000} runs more edits.
 */
class RandomEditsTest {
    private static final int EDITS = Integer.getInteger("reach.edits", 50);
    private static final long SEED = Long.getLong("reach.seed", 1);

    @Test
    void hasTheResultsOfAFullValidationAfterEditsOfTheData() {
        edit(Checkout.HOME, EDITS / 2);
    }

    @Test
    void hasTheResultsOfAFullValidationAfterEditsOfTheSample() {
        edit(SampleHome.HOME, EDITS - EDITS / 2);
    }

    /** A graph with its results. */
    private record State(Set<Triple> data, Graph graph, Results results) {}

    private static void edit(Home home, int edits) {
        List<TurtleFile> ontology = read(home.ontology());
        Set<Triple> vocabulary = triples(ontology);
        Validator validator = new Validator(ontology);
        Set<Triple> data = triples(read(home.data()));
        data.removeAll(vocabulary);
        Graph whole = graph(vocabulary, data);
        State start = new State(data, whole, validator.results(whole));
        RandomEdits random = new RandomEdits(SEED, data, vocabulary);
        State state = start;
        int different = 0;
        int full = 0;
        long validated = 0;
        long all = 0;
        for (int edit = 0; edit < edits; edit++) {
            State before = edit % 7 == 0 ? start : state;
            Set<Triple> after = random.edit(before.data());
            Graph graph = graph(vocabulary, after);
            Change change = new Change(before.graph(), graph, minus(before.data(), after), minus(after, before.data()));
            Results results = validator.results(before.results(), change);
            Results expected = validator.results(graph);
            assertThat(text(results))
                    .as("seed %d, edit %d: %s", SEED, edit, describe(change))
                    .isEqualTo(text(expected));
            different += text(expected).equals(text(before.results())) ? 0 : 1;
            full += results.full().isPresent() ? 0 : results.fullShapes().size();
            validated += results.full().isPresent() ? 0 : results.validated();
            all += expected.validated();
            state = new State(after, graph, results);
        }
        System.out.printf(
                "Random edits: %d, of which %d changed the results; %d shapes validated in full; validated %,d of %,d focus"
                        + " nodes%n",
                edits, different, full, validated, all);
        assertThat(different).isGreaterThan(edits / 2);
        assertThat(full).isLessThan(edits);
        assertThat(validated).isLessThan(all / 10);
    }

    private static String describe(Change change) {
        return "removed " + change.removed() + ", added " + change.added();
    }

    private static List<TurtleFile> read(List<SourceFile> files) {
        return files.stream().map(TurtleReader::read).toList();
    }

    private static Set<Triple> triples(List<TurtleFile> files) {
        Set<Triple> triples = new LinkedHashSet<>();
        files.forEach(file -> triples.addAll(file.graph().find().toSet()));
        return triples;
    }

    private static Graph graph(Collection<Triple> one, Collection<Triple> two) {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        one.forEach(graph::add);
        two.forEach(graph::add);
        return StoredGraph.union(List.of(graph));
    }

    private static Set<Triple> minus(Set<Triple> some, Set<Triple> others) {
        Set<Triple> left = new HashSet<>(some);
        left.removeAll(others);
        return left;
    }

    private static Set<String> text(Results results) {
        Set<String> text = new TreeSet<>();
        results.entries()
                .forEach((shape, entries) -> entries.forEach(entry -> text.add(new ArrayList<>(List.of(
                                shape,
                                entry.focusNode(),
                                String.valueOf(entry.resultPath()),
                                String.valueOf(entry.value()),
                                entry.sourceConstraintComponent(),
                                entry.source(),
                                entry.message()))
                        .toString())));
        return text;
    }
}
