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
 * @param type its class
 * @param lead its definition
 * @param note its coding note
 * @param sections the sections, in order
 */
public record ThingPage(
        Ref self, Optional<Ref> type, Optional<String> lead, Optional<String> note, List<Section> sections) {}
