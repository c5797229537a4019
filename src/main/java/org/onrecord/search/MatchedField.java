// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

/** The kind of a matched text, in the order of hits with equal score. */
public enum MatchedField {
    /** A name in some language. */
    NAME,
    /** An article's headline. */
    HEADLINE,
    /** The clause of a claim. */
    CLAIM,
    /** The content of a statement, in the project's words. */
    CONTENT,
    /** A speaker's own words. */
    QUOTATION
}
