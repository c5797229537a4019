// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.onrecord.source.Place;

/** Result of verifying one article against a folder of texts. */
public sealed interface ArticleOutcome {
    /** The article. */
    Node article();

    /** Whether the text was found without differences. */
    default boolean holds() {
        return false;
    }

    /**
     * The text was found by its digest.
     *
     * @param file the name of the file
     * @param counts the numbers of compared items
     * @param differences the differences
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
     * An altered copy of the text was found.
     *
     * @param file the name of the file
     * @param how the alteration, such as {@code Windows line ends (CRLF)}
     */
    record Altered(Node article, String file, String how) implements ArticleOutcome {}

    /**
     * The text was not found.
     *
     * @param digest the digest of the text; empty if the graph has none
     * @param headline the headline; empty if the graph has none
     */
    record Missing(Node article, String digest, String headline) implements ArticleOutcome {}

    /**
     * Numbers of compared items of an article.
     *
     * @param spans spans whose digest was computed
     * @param quotations {@code oa:exact} and {@code rec:quote} compared
     * @param mentions {@code rec:surface} compared
     */
    record Counts(int spans, int quotations, int mentions) {}

    /**
     * A difference between the graph and an article's text.
     *
     * @param node the span, statement, mention or article
     * @param what the compared property, such as {@code digest} or {@code rec:quote}
     * @param expected the value in the graph
     * @param found the value in the text, at most 40 code points
     * @param place the place of the node in a file, if known
     */
    public record Difference(Node node, String what, String expected, String found, Optional<Place> place) {}
}
