// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.compile;

import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.onrecord.sheet.coding.StatementKey;
import org.onrecord.sheet.yaml.YamlNode.Scalar;

/** Reads the values of the keys of statements. */
final class KeyValues {
    static final Node TRUE = NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean);

    private final Draft draft;
    private final References references;

    KeyValues(Draft draft, References references) {
        this.draft = draft;
        this.references = references;
    }

    /** The value of a key; empty if it is invalid, which is reported, or {@code false}. */
    Optional<Node> node(StatementKey key, Scalar value) {
        return switch (key.form()) {
            case THING -> references.thing(value, key.of());
            case CODE -> references.code(value, key.of().iterator().next());
            case TEXT -> Optional.of(NodeFactory.createLiteralLang(value.text(), "en"));
            case STRING -> Optional.of(NodeFactory.createLiteralString(value.text()));
            case TRUE -> isTrue(key.key(), value) ? Optional.of(TRUE) : Optional.empty();
            case STATEMENT -> statement(value, draft).filter(other -> isStatement(other, value));
        };
    }

    private boolean isTrue(String key, Scalar value) {
        if (!value.text().equals("true") && !value.text().equals("false")) {
            draft.problems()
                    .error(
                            value.position(),
                            "Invalid value '" + value.text() + "' of '" + key + "'; write true, or remove the key");
        }
        return value.text().equals("true");
    }

    /** Whether a statement of this article is in the sheet. Those of others may be compiled together: a shape tells. */
    private boolean isStatement(Node other, Scalar value) {
        boolean own = value.text().strip().matches("\\d+");
        if (own && !draft.statements().containsKey(other)) {
            draft.problems()
                    .error(
                            value.position(),
                            "There is no statement '" + value.text()
                                    + "'; write the id of one of this sheet, or ARTICLE-ID of another article");
            return false;
        }
        return true;
    }

    /** The statement that a number of this article, or {@code b-40}, means. */
    static Optional<Node> statement(Scalar value, Draft draft) {
        String id = value.text().strip();
        if (id.matches("\\d{1,6}")) {
            return Optional.of(draft.statement(Integer.parseInt(id)));
        }
        if (id.matches("[a-z0-9]+(-[a-z0-9]+)*-\\d{1,6}")) {
            int end = id.lastIndexOf('-');
            int number = Integer.parseInt(id.substring(end + 1));
            return Optional.of(draft.statement("%s-%02d".formatted(id.substring(0, end), number)));
        }
        draft.problems()
                .error(
                        value.position(),
                        "Invalid statement '" + id + "'; write its number, or ARTICLE-NUMBER of another article");
        return Optional.empty();
    }
}
