// SPDX-License-Identifier: Apache-2.0
package org.onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.onrecord.source.SourceFile;
import org.onrecord.vocabulary.BaseIri;

/** The sample is a home like any other, with a base of its own. Its texts: {@code WholeArticlesTest}. */
class SampleHomeTest {
    @Test
    void loadsWithoutWarning() {
        assertThat(SampleHome.ready().report().findings()).isEmpty();
    }

    @Test
    void namesTheGraphsOfItsFilesByItsBase() {
        Set<String> ofData = data().map(file -> SampleHome.BASE + "graph/" + SourceFile.slug(file.name()))
                .collect(Collectors.toSet());
        assertThat(SampleHome.release().base()).isEqualTo(new BaseIri(SampleHome.BASE));
        assertThat(SampleHome.release().graphs())
                .containsAll(ofData)
                .allSatisfy(graph -> assertThat(graph)
                        .startsWith(
                                ofData.contains(graph) || graph.contains("/derived-")
                                        ? SampleHome.BASE
                                        : BaseIri.ONRECORD.iri()));
    }

    static Stream<SourceFile> data() {
        return SampleHome.HOME.data().stream();
    }
}
