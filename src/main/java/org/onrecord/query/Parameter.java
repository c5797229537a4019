// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.onrecord.vocabulary.Namespace;

/**
 * What a question asks its user for.
 *
 * @param name the name, which is also that of the variable whose {@code VALUES} block it fills
 * @param type how a value is written and read
 * @param scheme the slug of the code scheme that values are taken from; present if and only if the type is a code
 * @param optional whether the question can be asked without it
 * @param label a few words for a person
 */
public record Parameter(String name, Type type, Optional<String> scheme, boolean optional, String label) {
    private static final Pattern SLUG = Pattern.compile("[a-z]+/[a-z0-9-]+(#[a-z0-9-]+)?");
    private static final Pattern CODE_SLUG = Pattern.compile("[a-z0-9-]+");
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final Pattern IRI = Pattern.compile("<?(https?://[^\\s<>\"{}|\\\\^`]+)>?");

    public Parameter {
        if ((type == Type.CODE) != scheme.isPresent()) {
            throw new IllegalArgumentException("A scheme belongs to a code, and to nothing else: '" + name + "'");
        }
    }

    /** The type as a header writes it: {@code entity}, {@code code(form)}, {@code date}, {@code integer}, {@code text}. */
    public String typeName() {
        return type.keyword() + scheme.map(slug -> "(" + slug + ")").orElse("");
    }

    /**
     * A value as an RDF term, as far as its form alone tells: an IRI (with or without {@code <>}), {@code kind/slug}, a
     * code's slug, a day, a whole number, a text. Empty for a name, and for a value of another form.
     */
    Optional<Node> term(String value) {
        return switch (type) {
            case ENTITY ->
                SLUG.matcher(value).matches()
                        ? Optional.of(NodeFactory.createURI(Namespace.THINGS + value))
                        : iri(value);
            case CODE ->
                CODE_SLUG.matcher(value).matches()
                        ? Optional.of(NodeFactory.createURI(Namespace.CODES + scheme.orElseThrow() + "/" + value))
                        : iri(value);
            case DATE ->
                isDate(value) ? Optional.of(NodeFactory.createLiteralDT(value, XSDDatatype.XSDdate)) : Optional.empty();
            case INTEGER ->
                INTEGER.matcher(value).matches()
                        ? Optional.of(NodeFactory.createLiteralDT(value, XSDDatatype.XSDinteger))
                        : Optional.empty();
            case TEXT -> Optional.of(NodeFactory.createLiteralString(value));
        };
    }

    private static Optional<Node> iri(String value) {
        Matcher match = IRI.matcher(value);
        return match.matches() ? Optional.of(NodeFactory.createURI(match.group(1))) : Optional.empty();
    }

    /** Whether a text is a day that there is: four digits, two, two (ISO 8601), so that it is an xsd:date too. */
    private static boolean isDate(String value) {
        try {
            return value.length() == 10 && LocalDate.parse(value).toString().equals(value);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** How a value is written and read. */
    public enum Type {
        /** An IRI, {@code kind/slug}, or a name in any language. */
        ENTITY,
        /** A member of a code scheme: its IRI, slug or label. */
        CODE,
        /** A day: {@code 2023-10-05}. */
        DATE,
        /** A whole number. */
        INTEGER,
        /** Any text. */
        TEXT;

        /** The type as a header writes it, without a scheme. */
        String keyword() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
