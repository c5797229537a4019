// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

import java.util.List;
import org.apache.jena.graph.Node;

/** What became of proving one article of the graph against a folder of texts. */
public sealed interface ArticleOutcome {
    /** The article. */
    Node article();

    /** Whether the text is there and everything that the graph says of it is so. */
    default boolean holds() {
        return false;
    }

    /**
     * The text is there, byte for byte.
     *
     * @param file the name of the file
     * @param counts what was compared
     * @param differences what is not so; empty if all of it is
     */
    record Compared(Node article, String file, Counts counts, List<Difference> differences) implements ArticleOutcome {
        public Compared {
            differences = List.copyOf(differences);
        }

        @Override
        public boolean holds() {
            return differences.isEmpty();
        }
    }

    /**
     * A text is there that is nearly the article's, but was changed.
     *
     * @param file the name of the file
     * @param how what was done to it, in words: {@code Windows line ends (CRLF)}
     */
    record Altered(Node article, String file, String how) implements ArticleOutcome {}

    /**
     * No text in the folder is the article's or nearly it.
     *
     * @param digest the digest that the text has, empty if the graph does not give one
     * @param headline the article's headline, empty if the graph does not give one
     */
    record Missing(Node article, String digest, String headline) implements ArticleOutcome {}

    /**
     * How much of an article was compared.
     *
     * @param spans stretches recomputed
     * @param quotations {@code oa:exact} and {@code rec:quote} compared
     * @param mentions {@code rec:surface} compared
     */
    record Counts(int spans, int quotations, int mentions) {}
}
