// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

import java.util.List;
import java.util.Optional;
import org.onrecord.site.thing.Block;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.StatementLine;

/**
 * Search results.
 *
 * @param query the search terms
 * @param kind the key of the one group shown, if one was chosen
 * @param day the day that was searched for, ISO
 * @param named the things that have the search terms as a name
 * @param groups the groups with hits, statements first
 */
public record SearchPage(
        String query, Optional<String> kind, Optional<String> day, List<Hit> named, List<Group> groups) {
    /** The keys of the groups, in order. */
    public static final List<String> KINDS = List.of("statement", "claim", "actor", "place", "other");

    /** The number of hits. */
    public int total() {
        return groups.stream().mapToInt(Group::total).sum();
    }

    /**
     * Hits of one kind.
     *
     * @param key one of {@link #KINDS}
     * @param hits the best, in order
     * @param total the number of hits of this kind
     * @param href the address of all of them
     */
    public record Group(String key, List<Hit> hits, int total, String href) {}

    /**
     * A hit.
     *
     * @param ref the thing
     * @param type its class
     * @param matched the matching name or words
     * @param line the statement, if it is one
     * @param stances who takes which stance, if it is a claim
     */
    public record Hit(
            Ref ref, Optional<Ref> type, String matched, Optional<StatementLine> line, List<Block.Stance> stances) {}
}
