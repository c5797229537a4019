// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.onrecord.evidence.Sentence.Gap;

/** A text and the set of its covered code points. Not thread-safe. */
final class CoveredText {
    private final ArticleText text;
    private final BitSet covered;

    CoveredText(ArticleText text) {
        this.text = text;
        this.covered = new BitSet(text.length());
    }

    /** Marks a range as covered; ignores a range outside the text. */
    void cover(int start, int end) {
        if (text.holds(start, end)) {
            covered.set(start, end);
        }
    }

    /** The number of covered code points. */
    int count() {
        return covered.cardinality();
    }

    /** The sentences with gaps. */
    List<Sentence> sentences() {
        return Sentence.of(text.text()).stream()
                .map(sentence -> sentence.with(gaps(sentence.start(), sentence.end())))
                .filter(sentence -> !sentence.gaps().isEmpty())
                .toList();
    }

    private List<Gap> gaps(int from, int to) {
        List<Gap> gaps = new ArrayList<>();
        int start = covered.nextClearBit(from);
        while (start < to) {
            int next = covered.nextSetBit(start);
            int end = next < 0 ? to : Math.min(next, to);
            trim(start, end, gaps);
            start = covered.nextClearBit(end);
        }
        return gaps;
    }

    /** Adds the range trimmed to its first and last letter or digit, if it has any. */
    private void trim(int from, int to, List<Gap> gaps) {
        int[] points = text.substring(from, to).codePoints().toArray();
        int first = 0;
        int last = points.length;
        while (first < last && !Character.isLetterOrDigit(points[first])) {
            first++;
        }
        while (last > first && !Character.isLetterOrDigit(points[last - 1])) {
            last--;
        }
        if (first < last) {
            gaps.add(new Gap(from + first, from + last, new String(points, first, last - first)));
        }
    }
}
