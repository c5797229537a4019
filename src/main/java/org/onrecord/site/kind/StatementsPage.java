// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import java.util.List;
import java.util.Optional;
import org.onrecord.site.thing.StatementLine;

/**
 * The table of statements as a page shows it.
 *
 * @param filter what was asked, at the page that is shown
 * @param total how many statements fit
 * @param lines those of this page
 * @param facets how to narrow it further
 * @param pages how many pages there are, at least 1
 * @param query the SPARQL that finds the same statements, if the catalogue has it
 */
public record StatementsPage(
        Filter filter, int total, List<StatementLine> lines, List<Facet> facets, int pages, Optional<String> query) {
    public StatementsPage {
        lines = List.copyOf(lines);
        facets = List.copyOf(facets);
    }
}
