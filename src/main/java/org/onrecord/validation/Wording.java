// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * What a finding says, in the languages of its shape.
 *
 * @param message the message for texts
 * @param messages the literals of {@code sh:resultMessage}
 * @param remedies the literals of {@code rec:remedy}
 */
public record Wording(String message, List<Node> messages, List<Node> remedies) {
    private static final String ENGLISH = "en";

    /** The order of choice: English, then literals without a language, then by language and text. */
    static final Comparator<Node> CHOICE = Comparator.comparing((Node literal) -> !isEnglish(literal))
            .thenComparing(Node::getLiteralLanguage)
            .thenComparing(Node::getLiteralLexicalForm);

    public Wording {
        messages = messages.stream().sorted(CHOICE).toList();
        remedies = remedies.stream().sorted(CHOICE).toList();
    }

    /**
     * The messages of a shape with a hint in English.
     *
     * @param messages at least one literal
     * @param hint an empty text if there is none
     */
    static Wording of(List<Node> messages, String hint, List<Node> remedies) {
        if (hint.isEmpty()) {
            return new Wording(chosen(messages).orElse(""), messages, remedies);
        }
        Node first = messages.stream().min(CHOICE).orElseThrow();
        String text = first.getLiteralLexicalForm();
        String whole = text + (text.endsWith(".") ? " " : ": ") + hint;
        boolean mixed = !isEnglish(first) && !first.getLiteralLanguage().isEmpty();
        Node hinted = NodeFactory.createLiteralLang(mixed ? hint : whole, mixed ? ENGLISH : first.getLiteralLanguage());
        Stream<Node> others = messages.stream().filter(other -> mixed || !other.equals(first));
        return new Wording(whole, Stream.concat(others, Stream.of(hinted)).toList(), remedies);
    }

    /** The remedy for texts. */
    Optional<String> remedy() {
        return chosen(remedies);
    }

    /** The same with truncated messages. */
    Wording truncate(int maxLength) {
        List<Node> shorter = messages.stream()
                .map(literal -> NodeFactory.createLiteralLang(
                        Finding.truncate(literal.getLiteralLexicalForm(), maxLength), literal.getLiteralLanguage()))
                .toList();
        return new Wording(Finding.truncate(message, maxLength), shorter, remedies);
    }

    private static Optional<String> chosen(List<Node> literals) {
        return literals.stream().min(CHOICE).map(Node::getLiteralLexicalForm);
    }

    private static boolean isEnglish(Node literal) {
        String language = literal.getLiteralLanguage();
        return language.equals(ENGLISH) || language.startsWith(ENGLISH + "-");
    }
}
