// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import java.util.List;
import java.util.Optional;
import org.onrecord.site.thing.Block;
import org.onrecord.site.thing.Block.Section;
import org.onrecord.site.thing.Ref;

/**
 * The page of a thing.
 *
 * @param self the thing
 * @param type its class
 * @param lead its definition
 * @param note its coding note
 * @param tally how many statements are by it and about it
 * @param sections the sections, in order
 */
public record ThingPage(
        Ref self,
        Optional<Ref> type,
        Optional<String> lead,
        Optional<String> note,
        Optional<Tally> tally,
        List<Section> sections) {
    /**
     * Numbers of statements.
     *
     * @param actor whether it can speak
     * @param said statements by it
     * @param reported of these, those known only through others
     * @param there statements made there, if it is a place or an event
     * @param belonging statements by those who belong to it, if it is a state
     * @param about statements about it and what lies within
     * @param narrated of these, those in an article's own voice
     */
    public record Tally(
            boolean actor,
            int said,
            int reported,
            Optional<Block.Table> there,
            Optional<Block.Table> belonging,
            int about,
            int narrated) {}
}
