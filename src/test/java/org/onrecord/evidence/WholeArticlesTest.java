// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onrecord.evidence.ArticleCoverage.Measured;
import org.onrecord.source.MergedGraph;
import org.onrecord.source.SourceFile;
import org.onrecord.source.TurtleReader;

/** Checks the real data against the article texts. Skipped without the texts, which are copyrighted. */
class WholeArticlesTest {
    private static final Path TEXTS = Path.of("..", "shared", "articles");

    @BeforeAll
    static void requiresTexts() {
        assumeTrue(Files.isDirectory(TEXTS), "skipped: no article texts in " + TEXTS);
    }

    @Test
    void onlyConnectivesAreUncovered() {
        List<ArticleCoverage> coverage = coverage();

        assertThat(coverage).hasSizeGreaterThanOrEqualTo(2).allMatch(Measured.class::isInstance);
        assertThat(coverage).as(CoverageText.of(coverage)).allMatch(ArticleCoverage::isComplete);
        assertThat(words(coverage)).containsExactly("also", "and", "but", "in response to", "speaking", "that");
    }

    private static List<ArticleCoverage> coverage() {
        return new Coverage(MergedGraph.of(SourceFile.below(Path.of("data"), ".ttl").stream()
                                .map(TurtleReader::read)
                                .toList())
                        .graph())
                .in(TEXTS);
    }

    private static Set<String> words(List<ArticleCoverage> coverage) {
        return coverage.stream()
                .flatMap(article -> ((Measured) article).sentences().stream())
                .flatMap(sentence -> sentence.gaps().stream())
                .map(gap -> gap.words().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
