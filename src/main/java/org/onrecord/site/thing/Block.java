// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.thing;

import java.util.List;
import java.util.Optional;

/** What a section of a page holds. */
public sealed interface Block {
    /**
     * Names and values.
     *
     * @param facts in order
     */
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /**
     * Statements.
     *
     * @param lines in order
     * @param outline whether they stand indented by depth, as the text nests them
     * @param table the table that holds all of them, where there is one
     */
    record Lines(List<StatementLine> lines, boolean outline, Optional<Table> table) implements Block {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A table of statements on a page of its own.
     *
     * @param href its address
     * @param count how many it holds, perhaps more than a page lists
     */
    record Table(String href, int count) {}

    /**
     * A table.
     *
     * @param heads keys of messages, one a column
     * @param rows as many cells as heads each
     */
    record Grid(List<String> heads, List<List<Cell>> rows) implements Block {
        public Grid {
            heads = List.copyOf(heads);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Who holds a claim, by stance.
     *
     * @param stances affirm, deny, presuppose, condition: only those that somebody takes
     */
    record Holders(List<Stance> stances) implements Block {
        public Holders {
            stances = List.copyOf(stances);
        }
    }

    /**
     * Counts as bars.
     *
     * @param bars the longest first
     */
    record Bars(List<Bar> bars) implements Block {
        public Bars {
            bars = List.copyOf(bars);
        }
    }

    /**
     * Shares of a whole as one strip, each part named beside it.
     *
     * @param shares in order; their counts add up to the whole
     * @param unit key of the message that names what is counted
     */
    record Strip(List<Bar> shares, String unit) implements Block {
        public Strip {
            shares = List.copyOf(shares);
        }

        /** The sum of the counts. */
        public int whole() {
            return shares.stream().mapToInt(Bar::count).sum();
        }
    }

    /**
     * Every triple, by node.
     *
     * @param groups the thing itself, then its parts
     * @param rest parts for which there is no room; the data have them
     */
    record Triples(List<Group> groups, List<Ref> rest) implements Block {
        public Triples {
            groups = List.copyOf(groups);
            rest = List.copyOf(rest);
        }
    }

    /**
     * A property and its values.
     *
     * @param term the property
     * @param values at least one
     * @param more how many values there are beside these
     */
    record Fact(Ref term, List<Cell> values, int more) {
        public Fact {
            values = List.copyOf(values);
        }

        /** A property with all of its values. */
        public Fact(Ref term, List<Cell> values) {
            this(term, values, 0);
        }
    }

    /**
     * A value.
     *
     * @param text what is shown
     * @param refs the things it links to instead, where it names things
     * @param language the language of the text, empty if it is none's
     */
    record Cell(String text, List<Ref> refs, String language) {
        public Cell {
            refs = List.copyOf(refs);
        }

        /** Whether the text is a day in ISO form. */
        public boolean isDay() {
            return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        }

        /** Whether the text is a sentence or more, which needs a wide column. */
        public boolean isLong() {
            return text.length() > 60;
        }

        /** Whether the text is a SHA-256. */
        public boolean isDigest() {
            return text.matches("[0-9a-f]{64}");
        }

        /** A text in no language, or the page's. */
        public static Cell of(String text) {
            return new Cell(text, List.of(), "");
        }

        /** Things. */
        public static Cell of(List<Ref> refs) {
            return new Cell("", refs, "");
        }

        /** One thing. */
        public static Cell of(Ref ref) {
            return of(List.of(ref));
        }
    }

    /**
     * A count of something.
     *
     * @param ref what is counted
     * @param count how many
     * @param href the statements that are counted
     */
    record Bar(Ref ref, int count, String href) {}

    /**
     * Statements with one stance towards a claim.
     *
     * @param term the property that tells the stance
     * @param lines by depth
     */
    record Stance(Ref term, List<StatementLine> lines) {
        public Stance {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What is stated of one node.
     *
     * @param subject the node
     * @param facts its properties
     */
    record Group(Ref subject, List<Fact> facts) {
        public Group {
            facts = List.copyOf(facts);
        }
    }

    /**
     * A titled part of a page.
     *
     * @param key what the page's anchor and the message of its title are called
     * @param block what it holds
     */
    record Section(String key, Block block) {}
}
