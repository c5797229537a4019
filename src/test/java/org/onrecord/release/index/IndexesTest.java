// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.Test;
import org.onrecord.engine.Change;

class IndexesTest {
    private static final Triple TRIPLE = SSE.parseTriple("(<urn:s> <urn:p> <urn:o>)");

    private final Indexes first = new Indexes();

    /** Adds a triple that the graph has not. */
    private static Change change() {
        Graph after = GraphMemFactory.createDefaultGraph();
        after.add(TRIPLE);
        return Change.of(GraphMemFactory.empty(), after, List.of(), List.of(TRIPLE));
    }

    private static String get(Indexes indexes) {
        return indexes.get(
                String.class,
                () -> "built",
                (before, change) -> Optional.of(before + " +" + change.added().size()));
    }

    @Test
    void followsChanges() {
        assertThat(get(first)).isEqualTo("built");
        Indexes second = first.next(change());
        assertThat(get(second)).isEqualTo("built +1").isSameAs(get(second));
    }

    @Test
    void buildsWhatNoEarlierReleaseHas() {
        assertThat(get(first.next(change()))).isEqualTo("built");
    }

    @Test
    void buildsAnewWhatCouldNotBeBuilt() {
        assertThatThrownBy(() -> first.get(
                        String.class,
                        () -> {
                            throw new IllegalArgumentException("No memory");
                        },
                        (before, change) -> Optional.of(before)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(get(first.next(change()))).isEqualTo("built");
    }
}
