// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.coding;

import java.util.Set;
import org.apache.jena.graph.Node;
import org.onrecord.vocabulary.Rec;

/**
 * The form of a node that says what a statement tells of a thing.
 *
 * @param type its class
 * @param property the property of what is told
 * @param hasRole whether it has a role
 */
public record ReportForm(Node type, Node property, boolean hasRole) {
    private static final Set<String> WITH_MEMBERS = Set.of("organization", "group");

    /** The form for a key of {@code tells}, and the kind of the thing that it is told of. */
    public static ReportForm of(String key, String kind) {
        return switch (key) {
            case "status" -> new ReportForm(Rec.AGREEMENT_STATUS, Rec.STATUS, false);
            case "provides" -> new ReportForm(Rec.PROVISION, Rec.PROVIDES, false);
            default ->
                WITH_MEMBERS.contains(kind)
                        ? new ReportForm(Rec.MEMBERSHIP, Rec.MEMBER, true)
                        : new ReportForm(Rec.PARTICIPATION, Rec.PARTICIPANT, true);
        };
    }

    /**
     * The fragment of the node's IRI: named after role and participant, status, or statement.
     *
     * @param value the slug of participant or status
     * @param statement the slug of the statement
     */
    public String fragment(String key, String value, String statement) {
        return switch (key) {
            case "status" -> "status-" + value;
            case "provides" -> "provision-" + statement;
            default -> key + "-" + value;
        };
    }
}
