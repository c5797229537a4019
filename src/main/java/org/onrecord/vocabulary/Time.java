// SPDX-License-Identifier: Apache-2.0
package org.onrecord.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of OWL-Time, {@code time:}, for the dates of a tenure. */
public final class Time {
    public static final Node HAS_BEGINNING = term("hasBeginning");
    public static final Node HAS_END = term("hasEnd");
    public static final Node IN_XSDDATE = term("inXSDDate");

    private Time() {}

    private static Node term(String name) {
        return NodeFactory.createURI(Namespace.PREFIXES.get("time") + name);
    }
}
