// SPDX-License-Identifier: Apache-2.0
package org.onrecord.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Classes and properties of the project's ontology, {@code rec:}. */
public final class Rec {
    public static final Node ABOUT = term("about");
    public static final Node ARTICLE = term("Article");
    public static final Node CLAIM = term("Claim");
    public static final Node CONTENT = term("content");
    public static final Node CUE_EVIDENCE = term("cueEvidence");
    public static final Node DATE_EVIDENCE = term("dateEvidence");
    public static final Node DATE_WORDS = term("dateWords");
    public static final Node DIGEST = term("digest");
    public static final Node EVIDENCE = term("evidence");
    public static final Node LENGTH = term("length");
    public static final Node MENTION = term("Mention");
    public static final Node OCCASION_EVIDENCE = term("occasionEvidence");
    public static final Node QUOTE = term("quote");
    public static final Node QUOTE_EVIDENCE = term("quoteEvidence");
    public static final Node REMEDY = term("remedy");
    public static final Node REPORTED_IN = term("reportedIn");
    public static final Node SPEAKER = term("speaker");
    public static final Node SPEAKER_EVIDENCE = term("speakerEvidence");
    public static final Node STATEMENT = term("Statement");
    public static final Node SURFACE = term("surface");
    public static final Node VIA = term("via");

    private Rec() {}

    private static Node term(String name) {
        return NodeFactory.createURI(Namespace.TERMS + name);
    }
}
