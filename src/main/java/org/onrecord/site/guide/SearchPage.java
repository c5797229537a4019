// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onrecord.search.Found;
import org.onrecord.site.thing.Block;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.StatementLine;

/**
 * Search results.
 *
 * @param query the search terms
 * @param kind the key of the one group shown, if one was chosen
 * @param asked what the search terms ask for
 * @param named the things that have the search terms as a name, or a similar one
 * @param similar whether the names are only similar
 * @param found the words that were searched for
 * @param groups the groups with hits, statements first
 */
public record SearchPage(
        String query,
        Optional<String> kind,
        Asked asked,
        List<Named> named,
        boolean similar,
        Found found,
        List<Group> groups) {
    /** The keys of the groups, in order. */
    public static final List<String> KINDS = List.of("statement", "claim", "actor", "place", "other");

    /** Whether something else is shown, and the hits have only some of the words. */
    public boolean isBeside() {
        return (asked.answer().isPresent()
                        || asked.offers().stream()
                                .anyMatch(offer -> !offer.lines().isEmpty()))
                && found.least() < found.words().size();
    }

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return groups.isEmpty() && named.isEmpty() && asked.isEmpty();
    }

    /**
     * A thing by its name.
     *
     * @param ref the thing
     * @param note its class, and the name or why the words stand for it
     * @param line the statement, if it is one
     */
    public record Named(Ref ref, String note, Optional<StatementLine> line) {}

    /**
     * What search terms are taken to ask for.
     *
     * @param named the things that they name
     * @param offers the statements by speaker, subject and day, the narrowest first
     * @param answer the answer of the best question; empty if that asks for more than the terms give
     * @param questions other questions and pages that they may ask for
     * @param unused words of the terms that what is shown first does not use
     * @param understood words of the terms that a day or a question uses
     * @param unquoted what the terms give as a quotation, if no statement that is found quotes it
     */
    public record Asked(
            List<Named> named,
            List<Offer> offers,
            Optional<Answered> answer,
            List<QuestionPage.Choice> questions,
            List<String> unused,
            List<String> understood,
            Optional<String> unquoted) {
        private static final Pattern NEGATION = Pattern.compile(
                "\\b(?:not|never|nobody|except|excluding|without|den(?:y|ies|ied))\\b|n['\u2019]t\\b",
                Pattern.CASE_INSENSITIVE);

        /** What an empty text asks for. */
        public static final Asked NOTHING =
                new Asked(List.of(), List.of(), Optional.empty(), List.of(), List.of(), List.of(), Optional.empty());

        /** Whether a negation is not used, so that what is shown may be the opposite. */
        public boolean isNegated() {
            return unused.stream().anyMatch(NEGATION.asPredicate());
        }

        /** Whether nothing is understood. */
        public boolean isEmpty() {
            return named.isEmpty() && offers.isEmpty() && answer.isEmpty() && questions.isEmpty();
        }

        /** The IRIs of the statements that are shown. */
        public Set<String> shown() {
            return Stream.concat(
                            offers.stream().flatMap(offer -> offer.lines().stream()),
                            answer.stream()
                                    .flatMap(rows -> rows.rows().stream())
                                    .flatMap(row -> row.line().stream()))
                    .map(line -> line.self().iri())
                    .collect(Collectors.toSet());
        }
    }

    /**
     * The first rows of a question, those with most of the search terms first.
     *
     * @param page the question with its values and answer
     * @param rows the first rows
     * @param nothing what is said if there are none
     * @param each the first column, if only the first row of each of its values is shown
     */
    public record Answered(QuestionPage page, List<Row> rows, QuestionPage.Nothing nothing, Optional<String> each) {
        /** The number of rows. */
        public int total() {
            return page.table().map(QuestionPage.Table::total).orElse(0);
        }
    }

    /**
     * A row of an answer.
     *
     * @param columns the names of the columns of the cells
     * @param cells the cells with a value, without those that the statement shows
     * @param line the statement of the row
     */
    public record Row(List<String> columns, List<Block.Cell> cells, Optional<StatementLine> line) {}

    /**
     * Statements that the search terms may ask for.
     *
     * @param label what they are
     * @param table the table of them
     * @param lines the first of them; empty if none are to be shown
     * @param undated what has no date and is left out for that
     */
    public record Offer(String label, Block.Table table, List<StatementLine> lines, Optional<Block.Table> undated) {
        /** Only the link. */
        public Offer link() {
            return new Offer(label, table, List.of(), Optional.empty());
        }
    }

    /**
     * Hits of one kind.
     *
     * @param key one of {@link #KINDS}
     * @param hits the best, in order
     * @param total the number of hits of this kind
     * @param href the address of all of them
     */
    public record Group(String key, List<Hit> hits, int total, String href) {}

    /**
     * A hit.
     *
     * @param ref the thing
     * @param type its class
     * @param matched the matching name or words
     * @param line the statement, if it is one
     * @param stances who takes which stance, if it is a claim
     */
    public record Hit(
            Ref ref, Optional<Ref> type, String matched, Optional<StatementLine> line, List<Block.Stance> stances) {}
}
