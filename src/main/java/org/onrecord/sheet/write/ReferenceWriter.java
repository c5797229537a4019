// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.write;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.onrecord.sheet.coding.Coding;
import org.onrecord.sheet.coding.Mention;
import org.onrecord.sheet.coding.StatementKey;
import org.onrecord.sheet.coding.Things;

/** Writes what a sheet refers to: things, codes, statements. */
final class ReferenceWriter {
    private final Things things;
    private final Set<Node> preferred;
    private final String article;

    /** References in the sheet of a coding. */
    ReferenceWriter(Things things, Coding coding) {
        this.things = things;
        this.preferred = coding.mentions().stream().map(Mention::body).collect(Collectors.toSet());
        this.article = slug(coding.article());
    }

    /** The slug of the article. */
    String article() {
        return article;
    }

    /** The {@code kind/slug} of a thing. */
    String name(Node thing) {
        return things.name(thing);
    }

    /** The kind of a thing. */
    String kind(Node thing) {
        return things.kind(thing);
    }

    /** The shortest name of a thing of one of these kinds. */
    String shortest(Node thing, Set<String> kinds) {
        return things.reference(thing, kinds, preferred);
    }

    /** Whether a node is the narrator of the article. */
    boolean isNarrator(Node node) {
        return things.name(node).equals("narrator/" + article);
    }

    /** The number of a statement; with its article, if that is another. */
    String statement(Node statement) {
        String slug = slug(statement);
        return slug.startsWith(article + "-")
                ? slug.substring(article.length() + 1).replaceFirst("^0+(?=.)", "")
                : slug;
    }

    /** The value of a key of statements. */
    String value(StatementKey key, Node value) {
        return switch (key.form()) {
            case THING -> shortest(value, key.of());
            case CODE -> slug(value);
            case STATEMENT -> statement(value);
            default -> value.getLiteralLexicalForm();
        };
    }

    /** The value of a property without key. */
    String term(Node value) {
        if (value.isLiteral() && value.getLiteralLanguage().equals("en")) {
            return value.getLiteralLexicalForm();
        }
        boolean thing = value.isURI() && things.isKnown(value);
        return thing ? things.name(value) : NodeFmtLib.strNT(value);
    }

    static String slug(Node node) {
        return node.getURI().substring(node.getURI().lastIndexOf('/') + 1);
    }
}
