// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import java.util.List;
import java.util.Optional;
import org.onrecord.site.thing.Block;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.StatementLine;

/**
 * A page of the table of statements.
 *
 * @param filter the parameters, with the actual page number
 * @param total the number of matching statements
 * @param lines the statements of this page
 * @param facets the facets
 * @param query the equivalent SPARQL query, if in the catalogue
 * @param undated what has no date and is left out for that
 * @param readings how names were read
 */
public record StatementsPage(
        Filter filter,
        int total,
        List<StatementLine> lines,
        List<Facet> facets,
        Optional<String> query,
        Optional<Block.Table> undated,
        List<Reading> readings) {
    /** Rows per page. */
    static final int SIZE = 50;

    /** Subjects of a statement that a row shows. */
    public static final int MAX_SUBJECTS = 3;

    /**
     * How a name was read.
     *
     * @param given the name
     * @param meant the thing that it was taken for
     * @param reason why, such as an office and its dates; empty if it is a name of the thing
     * @param others other things with this name, and what else has to do with the thing
     */
    public record Reading(String given, Ref meant, String reason, List<Other> others) {
        /** The label of the thing, and the reason. */
        public String as() {
            return meant.label() + (reason.isEmpty() ? "" : ", " + reason);
        }
    }

    /**
     * What a name or a place may have been given for as well.
     *
     * @param label what it is
     * @param href its statements
     */
    public record Other(String label, String href) {}

    /** The number of pages, at least 1. */
    public int pages() {
        return pages(total);
    }

    /** The number of pages for so many statements. */
    static int pages(int total) {
        return Math.max(1, (total + SIZE - 1) / SIZE);
    }

    /** Returns a copy with readings. */
    public StatementsPage with(List<Reading> read) {
        return new StatementsPage(filter, total, lines, facets, query, undated, read);
    }
}
