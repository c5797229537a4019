// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.onrecord.engine.Change;
import org.onrecord.source.MergedGraph;
import org.onrecord.source.TurtleFile;

class ResultsTest {
    private static final Validator VALIDATOR = Sample.validator();
    private static final MergedGraph GOOD = merged(Sample.GOOD);
    private static final Results CLEAN = VALIDATOR.results(GOOD.graph());

    @Test
    void saysWhyEverythingIsValidatedAtFirst() {
        assertThat(CLEAN.full()).contains("There are no earlier results");
        assertThat(CLEAN.entries()).isEmpty();
        assertThat(CLEAN.fullShapes()).hasSize(VALIDATOR.shapes());
    }

    @Test
    void validatesOnlyWhatAChangeConcerns() {
        MergedGraph bad = merged(statements("It rains", "It snows."));
        Results results = VALIDATOR.results(CLEAN, change(GOOD, bad));
        assertThat(results.full()).isEmpty();
        assertThat(results.fullShapes()).isEmpty();
        assertThat(results.validated()).isEqualTo(2);
        assertThat(VALIDATOR.report(results, bad)).isEqualTo(VALIDATOR.report(VALIDATOR.results(bad.graph()), bad));
        assertThat(VALIDATOR.report(results, bad).findings()).hasSize(1);
    }

    @Test
    void keepsResultsUntilTheirFocusNodeChanges() {
        MergedGraph one = merged(statements("It rains", "It snows."));
        MergedGraph two = merged(statements("It rains", "It snows"));
        MergedGraph none = merged(statements("It rains.", "It snows."));
        Results first = VALIDATOR.results(CLEAN, change(GOOD, one));
        Results second = VALIDATOR.results(first, change(one, two));
        assertThat(second.validated()).isEqualTo(1);
        assertThat(VALIDATOR.report(second, two)).isEqualTo(VALIDATOR.report(VALIDATOR.results(two.graph()), two));
        assertThat(VALIDATOR.report(second, two).findings()).hasSize(2);
        assertThat(VALIDATOR.results(second, change(two, none)).entries()).isEmpty();
    }

    @Test
    void dropsResultsOfNodesThatVanish() {
        MergedGraph two = merged(statements("It rains.", "It snows"));
        Results results = VALIDATOR.results(CLEAN, change(GOOD, two));
        assertThat(results.entries()).isNotEmpty();
        assertThat(VALIDATOR.results(results, change(two, GOOD)).entries()).isEmpty();
    }

    @Test
    void validatesEverythingIfTheClassHierarchyChanges() {
        MergedGraph classes =
                merged(Sample.GOOD, Sample.file("data/c.ttl", "rec:Person rdfs:subClassOf rec:Statement ."));
        Results results = VALIDATOR.results(CLEAN, change(GOOD, classes));
        assertThat(results.full())
                .contains("The superclasses of \"https://w3id.org/onrecord/ontology#Person\" changed");
        assertThat(VALIDATOR.report(results, classes))
                .isEqualTo(VALIDATOR.report(VALIDATOR.results(classes.graph()), classes));
        assertThat(results.entries()).isNotEmpty();
    }

    private static TurtleFile statements(String one, String two) {
        return Sample.file(
                "data/good.ttl",
                "<https://w3id.org/onrecord/id/person/anna> a rec:Person .\n" + statement(1, one) + statement(2, two));
    }

    private static String statement(int number, String content) {
        return "<https://w3id.org/onrecord/id/statement/a-%d> a rec:Statement ;\n".formatted(number)
                + "  rec:speaker <https://w3id.org/onrecord/id/person/anna> ; rec:content \"%s\" .\n"
                        .formatted(content);
    }

    private static MergedGraph merged(TurtleFile... data) {
        return MergedGraph.of(Stream.concat(Stream.of(Sample.TERMS, Sample.SHAPES), Stream.of(data))
                .toList());
    }

    private static Change change(MergedGraph before, MergedGraph after) {
        return new Change(
                before.graph(),
                after.graph(),
                minus(before.graph(), after.graph()),
                minus(after.graph(), before.graph()));
    }

    private static List<Triple> minus(Graph some, Graph others) {
        return some.stream().filter(triple -> !others.contains(triple)).toList();
    }
}
