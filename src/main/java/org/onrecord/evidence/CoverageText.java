// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

import java.util.List;
import java.util.stream.Collectors;
import org.onrecord.evidence.ArticleCoverage.Measured;
import org.onrecord.evidence.ArticleCoverage.Missing;
import org.onrecord.evidence.Sentence.Gap;
import org.onrecord.source.Layout;

/** Text report of coverage: one line per article, then one per sentence with gaps. */
public final class CoverageText {
    private CoverageText() {}

    /** The report, with a line end after each line. */
    public static String of(List<ArticleCoverage> articles) {
        return articles.stream().map(CoverageText::lines).collect(Collectors.joining());
    }

    private static String lines(ArticleCoverage coverage) {
        String article = Layout.DEFAULT.shorten(coverage.article()) + ": ";
        if (coverage instanceof Measured measured) {
            return article
                    + "%d of %d code points covered in '%s'; %s%n"
                            .formatted(measured.covered(), measured.length(), measured.file(), verdict(measured))
                    + measured.sentences().stream().map(CoverageText::line).collect(Collectors.joining());
        }
        Missing missing = (Missing) coverage;
        return article + "no file has the SHA-256 '%s'; add the unmodified text file%n".formatted(missing.digest());
    }

    private static String verdict(Measured measured) {
        if (measured.sentences().isEmpty()) {
            return "complete";
        }
        return measured.isComplete() ? "complete except connectives" : "incomplete";
    }

    private static String line(Sentence sentence) {
        String gaps = sentence.gaps().stream().map(CoverageText::gap).collect(Collectors.joining("; "));
        return "  sentence %d (%d to %d): %s%n".formatted(sentence.number(), sentence.start(), sentence.end(), gaps);
    }

    private static String gap(Gap gap) {
        return "%d to %d \"%s\"%s"
                .formatted(
                        gap.start(),
                        gap.end(),
                        gap.words(),
                        gap.hasNoContent() ? "" : " is not a connective: add a span or a mention");
    }
}
