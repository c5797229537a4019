// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.onrecord.SampleHome;
import org.onrecord.evidence.ArticleCoverage.Measured;
import org.onrecord.source.MergedGraph;

/** Whole articles, with all that the data model knows: those of the sample. */
class WholeArticlesTest {
    private static final MergedGraph GRAPH =
            MergedGraph.of(SampleHome.ready().home().data());

    @Test
    void everySpanAndQuotationIsInTheTexts() {
        Verification.Result proof = new Verification(GRAPH).against(SampleHome.TEXTS);

        assertThat(proof.notes()).isEmpty();
        assertThat(proof.outcomes()).hasSize(3);
        assertThat(proof.holds()).isTrue();
    }

    @Test
    void onlyConnectivesAreUncovered() {
        List<ArticleCoverage> coverage = new Coverage(GRAPH.graph()).in(SampleHome.TEXTS);

        assertThat(coverage).hasSize(3).allMatch(Measured.class::isInstance);
        assertThat(coverage).as(CoverageText.of(coverage)).allMatch(ArticleCoverage::isComplete);
        assertThat(words(coverage)).containsExactly("and", "that");
    }

    private static Set<String> words(List<ArticleCoverage> coverage) {
        return coverage.stream()
                .flatMap(article -> ((Measured) article).sentences().stream())
                .flatMap(sentence -> sentence.gaps().stream())
                .map(gap -> gap.words().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
