// SPDX-License-Identifier: Apache-2.0
package org.onrecord.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of schema.org, {@code sdo:}, always with https. */
public final class Sdo {
    public static final Node DATE_PUBLISHED = term("datePublished");
    public static final Node HEADLINE = term("headline");
    public static final Node PUBLISHER = term("publisher");
    public static final Node URL = term("url");

    private Sdo() {}

    private static Node term(String name) {
        return NodeFactory.createURI(Namespace.PREFIXES.get("sdo") + name);
    }
}
