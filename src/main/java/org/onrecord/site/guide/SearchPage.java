// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

import java.util.List;
import java.util.Optional;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.StatementLine;

/**
 * Search results.
 *
 * @param query the search terms
 * @param hits best first
 */
public record SearchPage(String query, List<Hit> hits) {
    /**
     * A hit.
     *
     * @param ref the thing
     * @param type its class
     * @param matched the matching name or words
     * @param line the statement, if it is one
     */
    public record Hit(Ref ref, Optional<Ref> type, String matched, Optional<StatementLine> line) {}
}
