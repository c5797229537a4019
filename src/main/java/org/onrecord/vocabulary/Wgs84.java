// SPDX-License-Identifier: Apache-2.0
package org.onrecord.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of the W3C Basic Geo vocabulary, {@code wgs84:}, for points in decimal degrees. */
public final class Wgs84 {
    public static final Node LAT = term("lat");
    public static final Node LONG = term("long");

    private Wgs84() {}

    private static Node term(String name) {
        return NodeFactory.createURI(Namespace.PREFIXES.get("wgs84") + name);
    }
}
