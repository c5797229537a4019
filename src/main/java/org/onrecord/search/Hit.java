// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

/**
 * A search hit.
 *
 * @param iri the thing's IRI
 * @param kind the kind in its IRI, such as {@code person} or {@code statement}
 * @param label its English label; for a statement with its speaker
 * @param matched the matched text
 * @param field the kind of text
 * @param score the score; comparable only within one result
 */
public record Hit(String iri, String kind, String label, String matched, MatchedField field, float score) {
    /** The kind of a matched text, in the order of hits with equal score. */
    public enum MatchedField {
        /** A name in some language. */
        NAME,
        /** Words of an article for the thing. */
        MENTION,
        /** An article's headline. */
        HEADLINE,
        /** The clause of a claim. */
        CLAIM,
        /** The content of a statement, in the project's words. */
        CONTENT,
        /** A speaker's own words. */
        QUOTATION
    }
}
