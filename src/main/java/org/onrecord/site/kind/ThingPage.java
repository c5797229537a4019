// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import java.util.List;
import java.util.Optional;
import org.onrecord.site.thing.Block.Section;
import org.onrecord.site.thing.Ref;

/**
 * The page of a thing.
 *
 * @param self the thing
 * @param type what kind of thing it is
 * @param lead a sentence that says what it is
 * @param note why it is coded so
 * @param sections the rest, in order
 */
public record ThingPage(
        Ref self, Optional<Ref> type, Optional<String> lead, Optional<String> note, List<Section> sections) {
    public ThingPage {
        sections = List.copyOf(sections);
    }
}
