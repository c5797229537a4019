// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import java.util.List;
import java.util.Optional;
import org.onrecord.site.thing.StatementLine;

/**
 * A page of the table of statements.
 *
 * @param filter the parameters, with the actual page number
 * @param total the number of matching statements
 * @param lines the statements of this page
 * @param facets the facets
 * @param pages the number of pages, at least 1
 * @param query the equivalent SPARQL query, if in the catalogue
 */
public record StatementsPage(
        Filter filter, int total, List<StatementLine> lines, List<Facet> facets, int pages, Optional<String> query) {}
