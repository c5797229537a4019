// SPDX-License-Identifier: Apache-2.0
package org.onrecord.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of the W3C Web Annotation vocabulary, {@code oa:}, for spans of text and mentions. */
public final class Oa {
    public static final Node END = term("end");
    public static final Node EXACT = term("exact");
    public static final Node HAS_BODY = term("hasBody");
    public static final Node HAS_SELECTOR = term("hasSelector");
    public static final Node HAS_SOURCE = term("hasSource");
    public static final Node HAS_TARGET = term("hasTarget");
    public static final Node START = term("start");

    private Oa() {}

    private static Node term(String name) {
        return NodeFactory.createURI(Namespace.PREFIXES.get("oa") + name);
    }
}
