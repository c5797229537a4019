// SPDX-License-Identifier: Apache-2.0
package org.onrecord.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.reasoner.OWLReasoner;

class ReasoningTest {
    private static final Path REUSED_AXIOMS = Sources.RESOURCES.resolve("reused-axioms.ttl");
    private static final Path CLASHES = Sources.RESOURCES.resolve("clashes");

    @Test
    void termsDeclarationsAndAlignmentsAreInOwl2Dl() {
        OWLOntology terms = Reasoning.ontology(Sources.graph(Sources.TERMS, Sources.DECLARATIONS, Sources.ALIGNMENTS));

        assertThat(new OWL2DLProfile().checkOntology(terms).getViolations()).isEmpty();
    }

    @Test
    void anUndeclaredPropertyIsFoundToBeOutsideOwl2Dl() {
        OWLOntology withoutDeclarations = Reasoning.ontology(Sources.graph(Sources.TERMS, Sources.ALIGNMENTS));

        assertThat(new OWL2DLProfile().checkOntology(withoutDeclarations).isInProfile())
                .isFalse();
    }

    @Test
    void termsAlignmentsCodesAndDataAreConsistent() {
        assertThat(Reasoning.reasoner(everything()).isConsistent()).isTrue();
    }

    @Test
    void everyClassMayHaveMembers() {
        OWLReasoner reasoner = Reasoning.reasoner(terms());

        assertThat(reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("clashes")
    void aClashWithTheTermsIsFoundInconsistent(Path clash) {
        assertThat(Reasoning.reasoner(with(clash, terms())).isConsistent()).isFalse();
    }

    @Test
    void aClashAmongAllTheDataIsFoundInconsistent() {
        Path clash = CLASHES.resolve("statement-that-is-a-claim.ttl");

        assertThat(Reasoning.reasoner(with(clash, everything())).isConsistent()).isFalse();
    }

    static List<Path> clashes() {
        return Sources.below(CLASHES, ".ttl");
    }

    private static Graph with(Path file, Graph graph) {
        Sources.graph(file).find().forEach(graph::add);
        return graph;
    }

    private static Graph terms() {
        return Sources.graph(Sources.TERMS, Sources.DECLARATIONS, Sources.ALIGNMENTS, Sources.CODES, REUSED_AXIOMS);
    }

    private static Graph everything() {
        Graph everything = terms();
        Sources.below(Sources.DATA, ".ttl").forEach(file -> with(file, everything));
        return everything;
    }
}
