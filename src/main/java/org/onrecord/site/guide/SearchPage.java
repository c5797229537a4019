// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

import java.util.List;
import java.util.Optional;
import org.onrecord.search.Found;
import org.onrecord.site.thing.Block;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.StatementLine;

/**
 * Search results.
 *
 * @param query the search terms
 * @param kind the key of the one group shown, if one was chosen
 * @param asked what the search terms ask for
 * @param named the things that have the search terms as a name, or a similar one
 * @param similar whether the names are only similar
 * @param found the words that were searched for
 * @param groups the groups with hits, statements first
 */
public record SearchPage(
        String query,
        Optional<String> kind,
        Asked asked,
        List<Named> named,
        boolean similar,
        Found found,
        List<Group> groups) {
    /** The keys of the groups, in order. */
    public static final List<String> KINDS = List.of("statement", "claim", "actor", "place", "other");

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return groups.isEmpty() && named.isEmpty() && asked.isEmpty();
    }

    /**
     * A thing by its name.
     *
     * @param ref the thing
     * @param note its class, and the name or why the words stand for it
     */
    public record Named(Ref ref, String note) {}

    /**
     * What search terms are taken to ask for.
     *
     * @param named the things that they name
     * @param offers the statements by speaker, subject and day, the narrowest first
     * @param questions questions with similar titles
     */
    public record Asked(List<Named> named, List<Offer> offers, List<QuestionPage.Choice> questions) {
        /** Whether nothing is understood. */
        public boolean isEmpty() {
            return named.isEmpty() && offers.isEmpty() && questions.isEmpty();
        }
    }

    /**
     * Statements that the search terms may ask for.
     *
     * @param label what they are
     * @param table the table of them
     * @param lines the first of them; empty if none are to be shown
     */
    public record Offer(String label, Block.Table table, List<StatementLine> lines) {}

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
