// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.coding;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.onrecord.vocabulary.Kind;
import org.onrecord.vocabulary.Rec;

/** The keys of a statement whose values are those of one property, in the order in which sheets are written. */
public enum StatementKey {
    ACT("act", Rec.SPEECH_ACT, Form.CODE, Set.of("speech-act")),
    SAYS("says", Rec.CONTENT, Form.TEXT, Set.of()),
    AFFIRMS("affirms", Rec.AFFIRMS, Form.THING, Set.of("claim")),
    DENIES("denies", Rec.DENIES, Form.THING, Set.of("claim")),
    PRESUPPOSES("presupposes", Rec.PRESUPPOSES, Form.THING, Set.of("claim")),
    CONDITIONAL_ON("conditionalOn", Rec.CONDITIONAL_ON, Form.THING, Set.of("claim")),
    TOPICS("topics", DCTerms.subject.asNode(), Form.THING, Set.of("topic")),
    FOR("for", Rec.ON_BEHALF_OF, Form.THING, Kind.ACTORS),
    TO("to", Rec.ADDRESSEE, Form.THING, Kind.ACTORS),
    CALLED_UPON("calledUpon", Rec.CALLED_UPON, Form.THING, Kind.ACTORS),
    NAMED("named", Rec.SPEAKER_REFERENCE, Form.CODE, Set.of("speaker-reference")),
    FORM("form", Rec.FORM, Form.CODE, Set.of("form")),
    REPORTS_ONLY("reportsOnly", Rec.REPORTS_ONLY, Form.TRUE, Set.of()),
    MAYBE_WITHIN("maybeWithin", Rec.POSSIBLY_WITHIN, Form.STATEMENT, Set.of()),
    ANSWERS("answers", Rec.RESPONDS_TO, Form.STATEMENT, Set.of()),
    REPEATS("repeats", Rec.REPEATS, Form.STATEMENT, Set.of()),
    SAME("same", Rec.SAME_ACT_AS, Form.STATEMENT, Set.of()),
    TRANSLATED("translated", Rec.TRANSLATED, Form.TRUE, Set.of()),
    OPEN("open", Rec.AMBIGUITY, Form.TEXT, Set.of()),
    NOTE("note", Rec.CODING_NOTE, Form.TEXT, Set.of()),
    REVIEW("review", Rec.REVIEW_STATUS, Form.CODE, Set.of("review-status")),
    ACCEPTED("accepted", Rec.ACCEPTED_BY, Form.STRING, Set.of());

    /** How values are written. */
    public enum Form {
        /** A thing, by reference. */
        THING,
        /** The last part of a code's IRI. */
        CODE,
        /** An English text. */
        TEXT,
        /** A text without language. */
        STRING,
        /** The word {@code true}. */
        TRUE,
        /** The number of a statement, or that of another article with the article: {@code b-40}. */
        STATEMENT
    }

    private final String key;
    private final Node property;
    private final Form form;
    private final Set<String> of;

    StatementKey(String key, Node property, Form form, Set<String> of) {
        this.key = key;
        this.property = property;
        this.form = form;
        this.of = of;
    }

    /** The key in the sheet. */
    public String key() {
        return key;
    }

    /** The property. */
    public Node property() {
        return property;
    }

    /** How values are written. */
    public Form form() {
        return form;
    }

    /** The kinds of things, or the scheme of codes. */
    public Set<String> of() {
        return of;
    }

    /** The key of a property. */
    public static Optional<StatementKey> of(Node property) {
        return Arrays.stream(values())
                .filter(key -> key.property.equals(property))
                .findFirst();
    }
}
