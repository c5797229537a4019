// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.coding;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;
import org.onrecord.sheet.text.CodedText;

/** What follows for an article from its text and publisher. */
public final class ArticleDefaults {
    /** So much of a sentence may be kept. */
    private static final int MOST_WORDS = 8;

    private ArticleDefaults() {}

    /** Whether the first line of a text is a headline: it does not end as a sentence does. */
    public static boolean hasHeadline(CodedText text) {
        return text.paragraphs().size() > 1 && !first(text).matches("(?s).*[.!?…][\"'’”)]*");
    }

    /** The headline: the first line, without quotation marks around it; without a headline, the first words. */
    public static String headline(CodedText text) {
        if (hasHeadline(text)) {
            return first(text).replaceAll("^[\"'‘“](.*)[\"'’”]$", "$1");
        }
        List<String> words = List.of(first(text).split("\\s+"));
        return String.join(" ", words.subList(0, Math.min(MOST_WORDS, words.size()))) + " ...";
    }

    private static String first(CodedText text) {
        return text.paragraphs().stream().findFirst().map(text::words).orElse("");
    }

    /** The label of the narrator: that of the publisher and {@code , own voice}. */
    public static Optional<String> narrator(Graph graph, Node publisher) {
        return graph.stream(publisher, SKOS.prefLabel.asNode(), Node.ANY)
                .map(Triple::getObject)
                .filter(label -> label.getLiteralLanguage().equals("en"))
                .map(label -> label.getLiteralLexicalForm() + ", own voice")
                .findFirst();
    }
}
