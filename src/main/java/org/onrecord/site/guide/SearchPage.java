// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

import java.util.List;
import java.util.Optional;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.StatementLine;

/**
 * What a search found.
 *
 * @param query what was looked for
 * @param hits best first
 */
public record SearchPage(String query, List<Hit> hits) {
    public SearchPage {
        hits = List.copyOf(hits);
    }

    /**
     * One thing that fits.
     *
     * @param ref the thing
     * @param type what kind of thing it is
     * @param matched the name or words that fit
     * @param line the statement, if it is one
     */
    public record Hit(Ref ref, Optional<Ref> type, String matched, Optional<StatementLine> line) {}
}
