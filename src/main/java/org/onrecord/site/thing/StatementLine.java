// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.thing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * A statement in a list.
 *
 * @param self the statement
 * @param voice speaker and reporters
 * @param content a paraphrase in one sentence
 * @param matter its subjects
 * @param act form and speech acts
 * @param when the date
 * @param source its position in an article
 */
public record StatementLine(Ref self, Voice voice, String content, Matter matter, Act act, When when, Source source) {
    /** The statement as a node. */
    public Node node() {
        return GraphReader.node(self.iri());
    }

    /** Groups what one speaker said in one capacity in one article on one occasion, in the order of the first of each. */
    public static List<List<StatementLine>> groups(List<StatementLine> lines) {
        return List.copyOf(lines.stream()
                .collect(Collectors.groupingBy(
                        line -> List.of(
                                line.source().article(),
                                line.voice().heard(),
                                line.voice().capacity(),
                                line.when()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values());
    }

    /** The hash of the IRI, which a string knows. */
    @Override
    public int hashCode() {
        return self.iri().hashCode();
    }

    /** Statements without some of them. */
    public static List<StatementLine> without(List<StatementLine> all, List<StatementLine> some) {
        Set<Node> others = some.stream().map(StatementLine::node).collect(Collectors.toSet());
        return all.stream().filter(line -> !others.contains(line.node())).toList();
    }

    /** The last part of the IRI: {@code w-12}. */
    public String slug() {
        return self.slug();
    }

    /**
     * Speaker and reporters.
     *
     * @param speaker the speaker
     * @param capacity the office at that time
     * @param through the chain of reporters from the source quoted by the article to the one quoting the speaker;
     *     empty if the article quotes the speaker
     * @param perhaps somebody else through whom it is perhaps known, where the text leaves it open
     * @param depth 0 for the article's own voice, 1 for its quotations, 2 and more for nested quotations
     * @param reportsOnly whether it only reports statements of others
     * @param proposed whether a language model proposed it and no person has accepted it
     */
    public record Voice(
            Ref speaker,
            Optional<Ref> capacity,
            List<Ref> through,
            Optional<Ref> perhaps,
            int depth,
            boolean reportsOnly,
            boolean proposed) {
        /** The mark of a proposed statement, as the rule for labels writes it. */
        public static final String PROPOSED = "proposed by software, not reviewed";

        /** The speaker, the reporters, innermost first, and the mark: {@code X (through Y, through Z)}. */
        public String label() {
            List<String> reporters = new ArrayList<>();
            through.forEach(reporter -> reporters.add(0, "through " + reporter.label()));
            perhaps.ifPresent(reporter -> reporters.add(
                    reporter.equals(speaker) ? "perhaps reporting others" : "perhaps in words of " + reporter.label()));
            if (proposed) {
                reporters.add(PROPOSED);
            }
            return reporters.isEmpty() ? speaker.label() : speaker.label() + " (" + String.join(", ", reporters) + ")";
        }

        /** Speaker, reporters and possible reporter: equal for statements that are heard through the same voices. */
        public List<Ref> heard() {
            return Stream.of(Stream.of(speaker), through.stream(), perhaps.stream())
                    .flatMap(refs -> refs)
                    .toList();
        }

        /** How it is known: {@code own} voice of an article, {@code quoted} by it, {@code reported} by somebody quoted. */
        public String known() {
            return isReported() ? "reported" : depth == 0 ? "own" : "quoted";
        }

        /** Whether it is known only through reporters other than the article. */
        public boolean isReported() {
            return !through.isEmpty();
        }
    }

    /**
     * Subjects of a statement.
     *
     * @param about entities
     * @param quotes direct quotations
     */
    public record Matter(List<Ref> about, List<String> quotes) {}

    /**
     * Form and speech acts.
     *
     * @param form direct, indirect ...
     * @param acts assert, propose ...
     * @param same another statement, which stands for the same act of stating
     */
    public record Act(Ref form, List<Ref> acts, Optional<Ref> same) {
        /** {@code headline} for a headline, else the form of speech. */
        public String label() {
            return acts.stream()
                    .filter(act -> act.slug().equals("headline"))
                    .findFirst()
                    .orElse(form)
                    .label();
        }

        /** Whether it has words of the speaker in quotation marks. */
        public boolean isQuoted() {
            return form.slug().equals("direct") || form.slug().equals("mixed");
        }
    }

    /**
     * A date, or the earliest and latest possible date, in ISO format.
     *
     * @param from the earliest
     * @param until the latest
     * @param basis whether it is stated or inferred
     * @param words the words that indicate it
     * @param occasion the event at which it was said
     * @param reported the day on which somebody whom the article quotes reported it; empty if {@code from} or {@code until} is
     *     known
     */
    public record When(
            Optional<String> from,
            Optional<String> until,
            Ref basis,
            Optional<String> words,
            Optional<Ref> occasion,
            Optional<String> reported) {
        /** Whether a date or interval is known. */
        public boolean isKnown() {
            return from.isPresent() || until.isPresent();
        }

        /** Whether the interval is one day. */
        public boolean isOneDay() {
            return from.isPresent() && from.equals(until);
        }

        /** Whether the date was inferred. */
        public boolean isInferred() {
            return basis.slug().equals("inferred");
        }
    }

    /**
     * The position in an article.
     *
     * @param article the article
     * @param stretches the spans of the content, in text order
     */
    public record Source(Ref article, List<Spot> stretches) {
        /** The first code point of the content. */
        public int start() {
            return stretches.isEmpty() ? 0 : stretches.get(0).start();
        }
    }
}
