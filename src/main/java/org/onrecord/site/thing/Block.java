// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.thing;

import java.util.List;
import java.util.Optional;

/** The content of a page section. */
public sealed interface Block {
    /**
     * Properties and values.
     *
     * @param facts in order
     */
    record Facts(List<Fact> facts) implements Block {}

    /**
     * Statements.
     *
     * @param lines the first of them, in order
     * @param outline whether to indent by depth
     * @param table the table of all of them, if any
     * @param total their number
     */
    record Lines(List<StatementLine> lines, boolean outline, Optional<Table> table, int total) implements Block {}

    /**
     * The text of an article with its statements.
     *
     * @param paragraphs in order
     */
    record Reading(List<Paragraph> paragraphs) implements Block {}

    /**
     * A paragraph.
     *
     * @param segments its text
     * @param lines the statements that begin in it
     */
    record Paragraph(List<Segment> segments, List<StatementLine> lines) {}

    /**
     * A part of a text in which nothing begins or ends.
     *
     * @param words the text
     * @param begins the statements that begin with it
     * @param depth the greatest depth of the statements that it is part of; -1 if it is part of none
     * @param quoted whether it is part of a quotation
     * @param mention what it is a name of
     */
    record Segment(String words, List<StatementLine> begins, int depth, boolean quoted, Optional<Ref> mention) {}

    /**
     * A link to the table of statements.
     *
     * @param href its address
     * @param count the number of statements
     */
    record Table(String href, int count) {}

    /**
     * A table.
     *
     * @param heads message keys of the columns
     * @param rows with one cell per column
     */
    record Grid(List<String> heads, List<List<Cell>> rows) implements Block {}

    /**
     * Statements side by side: by stance towards a claim, or by the side of the speaker.
     *
     * @param stances without empty ones
     * @param table the table of all of them, if any
     */
    record Holders(List<Stance> stances, Optional<Table> table) implements Block {}

    /**
     * A bar chart.
     *
     * @param bars sorted by count, descending
     */
    record Bars(List<Bar> bars) implements Block {}

    /**
     * A stacked bar of shares, with a legend.
     *
     * @param shares in order
     * @param unit message key of the unit
     */
    record Strip(List<Bar> shares, String unit) implements Block {
        /** The sum of the counts. */
        public int whole() {
            return shares.stream().mapToInt(Bar::count).sum();
        }
    }

    /**
     * All triples, grouped by node.
     *
     * @param groups the thing, then its parts
     * @param rest omitted parts
     */
    record Triples(List<Group> groups, List<Ref> rest) implements Block {}

    /**
     * A property and its values.
     *
     * @param term the property
     * @param values at least one
     * @param more the number of omitted values
     */
    record Fact(Ref term, List<Cell> values, int more) {
        /** A property with all values. */
        public Fact(Ref term, List<Cell> values) {
            this(term, values, 0);
        }
    }

    /**
     * A value.
     *
     * @param text the text, if {@code refs} is empty
     * @param refs the linked things
     * @param language the language tag of the text, or empty
     */
    record Cell(String text, List<Ref> refs, String language) {
        /** Whether the text is an ISO date. */
        public boolean isDay() {
            return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        }

        /** Whether there is nothing in it. */
        public boolean isEmpty() {
            return refs.isEmpty() && text.isEmpty();
        }

        /** Whether the text needs a wide column. */
        public boolean isLong() {
            return text.length() > 60;
        }

        /** Whether the text is a SHA-256. */
        public boolean isDigest() {
            return text.matches("[0-9a-f]{64}");
        }

        /** A text without language. */
        public static Cell of(String text) {
            return new Cell(text, List.of(), "");
        }

        /** Links to things. */
        public static Cell of(List<Ref> refs) {
            return new Cell("", refs, "");
        }

        /** A link to a thing. */
        public static Cell of(Ref ref) {
            return of(List.of(ref));
        }
    }

    /**
     * A count of something.
     *
     * @param ref the counted thing
     * @param count the count
     * @param href the address of the counted statements
     */
    record Bar(Ref ref, int count, String href) {}

    /**
     * Statements with one stance towards a claim, or of one side.
     *
     * @param term the stance property, or the side
     * @param lines the first of them
     * @param total their number
     */
    record Stance(Ref term, List<StatementLine> lines, int total) {
        /** All statements with one stance, sorted by depth. */
        public Stance(Ref term, List<StatementLine> lines) {
            this(term, lines, lines.size());
        }

        /** Statements with one stance, of which the first are shown. */
        public static Stance of(Ref term, List<StatementLine> all, int most) {
            return new Stance(term, all.stream().limit(most).toList(), all.size());
        }
    }

    /**
     * The properties of a node.
     *
     * @param subject the node
     * @param facts its properties
     */
    record Group(Ref subject, List<Fact> facts) {}

    /**
     * A section of a page.
     *
     * @param key the anchor and the message key of the title
     * @param block its content
     */
    record Section(String key, Block block) {}
}
