// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

/** Which text of a thing a search found; in the order in which hits of the same score stand. */
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
