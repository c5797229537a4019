// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.coding;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;
import org.onrecord.sheet.text.CodedText;

/** What follows for an article from its text and publisher. */
public final class ArticleDefaults {
    private ArticleDefaults() {}

    /** The headline: the first line, without quotation marks around it. */
    public static String headline(CodedText text) {
        String line = text.paragraphs().stream().findFirst().map(text::words).orElse("");
        return line.replaceAll("^[\"'\u2018\u201C](.*)[\"'\u2019\u201D]$", "$1");
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
