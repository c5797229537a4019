// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

import java.util.List;
import org.apache.jena.graph.Node;

/** How much of one article's text the graph covers. */
public sealed interface ArticleCoverage {
    /** The article. */
    Node article();

    /** Whether the text is there and nothing but connectives, blanks and marks is left of it. */
    boolean isComplete();

    /**
     * The text is there.
     *
     * @param article the article
     * @param file the name of the file with its text
     * @param length the text's code points
     * @param covered how many of them are covered
     * @param sentences those with a gap, in text order
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
                    .allMatch(Gap::isConnective);
        }
    }

    /**
     * No file has the article's text, code point by code point.
     *
     * @param article the article
     * @param digest the SHA-256 that the graph gives for its text
     */
    record Missing(Node article, String digest) implements ArticleCoverage {
        @Override
        public boolean isComplete() {
            return false;
        }
    }
}
