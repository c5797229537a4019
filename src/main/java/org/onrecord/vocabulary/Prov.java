// SPDX-License-Identifier: Apache-2.0
package org.onrecord.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of PROV-O, {@code prov:}, for where the data came from. */
public final class Prov {
    public static final Node ACTIVITY = term("Activity");
    public static final Node ENDED_AT_TIME = term("endedAtTime");
    public static final Node ENTITY = term("Entity");
    public static final Node HAD_PRIMARY_SOURCE = term("hadPrimarySource");
    public static final Node STARTED_AT_TIME = term("startedAtTime");
    public static final Node WAS_ASSOCIATED_WITH = term("wasAssociatedWith");
    public static final Node WAS_GENERATED_BY = term("wasGeneratedBy");

    private Prov() {}

    private static Node term(String name) {
        return NodeFactory.createURI(Namespace.PREFIXES.get("prov") + name);
    }
}
