// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.coding;

import org.apache.jena.graph.Node;
import org.onrecord.vocabulary.Rec;

/** What a span of a statement holds. */
public enum Part {
    CONTENT(Rec.EVIDENCE, "content", true),
    QUOTE(Rec.QUOTE_EVIDENCE, "quote", true),
    CUE(Rec.CUE_EVIDENCE, "cue", false),
    SPEAKER(Rec.SPEAKER_EVIDENCE, "speaker", false),
    OCCASION(Rec.OCCASION_EVIDENCE, "occasion", false),
    DATE(Rec.DATE_EVIDENCE, "date", false);

    private final Node property;
    private final String fragment;
    private final boolean numbered;

    Part(Node property, String fragment, boolean numbered) {
        this.property = property;
        this.fragment = fragment;
        this.numbered = numbered;
    }

    /** The property from the statement to the span. */
    public Node property() {
        return property;
    }

    /**
     * The fragment of the span's IRI, such as {@code content-1}.
     *
     * @param number the number of the span among those of its part, from 1
     */
    public String fragment(int number) {
        return numbered ? fragment + "-" + number : fragment;
    }
}
