// SPDX-License-Identifier: Apache-2.0
package org.onrecord.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of the Simple Event Model, {@code sem:}, for when an event may have begun and ended. */
public final class Sem {
    public static final Node HAS_EARLIEST_BEGIN_TIME_STAMP = term("hasEarliestBeginTimeStamp");
    public static final Node HAS_EARLIEST_END_TIME_STAMP = term("hasEarliestEndTimeStamp");
    public static final Node HAS_LATEST_BEGIN_TIME_STAMP = term("hasLatestBeginTimeStamp");
    public static final Node HAS_LATEST_END_TIME_STAMP = term("hasLatestEndTimeStamp");

    private Sem() {}

    private static Node term(String name) {
        return NodeFactory.createURI(Namespace.PREFIXES.get("sem") + name);
    }
}
