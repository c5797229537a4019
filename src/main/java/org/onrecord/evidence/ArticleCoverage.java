// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

import java.util.List;
import org.apache.jena.graph.Node;
import org.onrecord.evidence.Sentence.Gap;

/** Coverage of one article's text. */
public sealed interface ArticleCoverage {
    /** The article. */
    Node article();

    /** Whether the text was found and only connectives, spaces and punctuation are uncovered. */
    boolean isComplete();

    /**
     * The text was found.
     *
     * @param article the article
     * @param file the name of the text file
     * @param length the number of code points
     * @param covered the number of covered code points
     * @param sentences the sentences with gaps, in text order
     */
    record Measured(Node article, String file, int length, int covered, List<Sentence> sentences)
            implements ArticleCoverage {
        public Measured {
            sentences = List.copyOf(sentences);
        }

        @Override
        public boolean isComplete() {
            return sentences.stream()
                    .flatMap(sentence -> sentence.gaps().stream())
                    .allMatch(Gap::hasNoContent);
        }
    }

    /**
     * No file has the article's text.
     *
     * @param article the article
     * @param digest the SHA-256 of the text according to the graph
     */
    record Missing(Node article, String digest) implements ArticleCoverage {
        @Override
        public boolean isComplete() {
            return false;
        }
    }
}
