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
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Namespace;

/**
 * A parameter of a question.
 *
 * @param name the name, also of the variable of its {@code VALUES} block
 * @param type the type of values
 * @param scheme the slug of the code scheme, if and only if the type is a code
 * @param optional whether it can be omitted
 * @param label a short label
 */
public record Parameter(String name, Type type, Optional<String> scheme, boolean optional, String label) {
    private static final Pattern SLUG = Pattern.compile("[a-z]+/[a-z0-9-]+(#[a-z0-9-]+)?");
    private static final Pattern CODE_SLUG = Pattern.compile("[a-z0-9-]+");
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final Pattern IRI = Pattern.compile("<?(https?://[^\\s<>\"{}|\\\\^`]+)>?");

    public Parameter {
        if ((type == Type.CODE) != scheme.isPresent()) {
            throw new IllegalArgumentException(
                    "Parameter '" + name + "' must have a scheme if and only if it is a code");
        }
    }

    /** Whether its values are things. */
    public boolean isThing() {
        return type == Type.ENTITY || type == Type.ACTOR;
    }

    /** The type in header syntax: {@code entity}, {@code actor}, {@code code(form)}, {@code date}, {@code integer}, {@code text}. */
    public String typeName() {
        return type.keyword() + scheme.map(slug -> "(" + slug + ")").orElse("");
    }

    /**
     * Parses a value by its syntax: an IRI (with or without {@code <>}), {@code kind/slug}, a code's slug, a date, an
     * integer, a text. Empty for names and invalid values.
     *
     * @param base the base of things
     */
    Optional<Node> term(String value, BaseIri base) {
        return switch (type) {
            case ENTITY, ACTOR ->
                SLUG.matcher(value).matches() ? Optional.of(NodeFactory.createURI(base.thing(value))) : iri(value);
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

    /** Whether a text is an existing date in the form YYYY-MM-DD (ISO 8601), which is also a valid xsd:date. */
    private static boolean isDate(String value) {
        try {
            return value.length() == 10 && LocalDate.parse(value).toString().equals(value);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** Types of values. */
    public enum Type {
        /** An IRI, {@code kind/slug}, or a name in any language. */
        ENTITY,
        /** The same, of an actor: a name that an actor and something else share means the actor. */
        ACTOR,
        /** A member of a code scheme: its IRI, slug or label. */
        CODE,
        /** A date: {@code 2023-10-05}. */
        DATE,
        /** An integer. */
        INTEGER,
        /** Any text. */
        TEXT;

        /** The type in header syntax, without scheme. */
        String keyword() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
