// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.thing;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * A statement as a list shows it: who, through whom, what, about what, how, when and where printed.
 *
 * @param self the statement
 * @param voice whose words, and through whom they are known
 * @param content one sentence in the project's own words
 * @param matter what it concerns
 * @param act how it was said
 * @param when the day
 * @param source where it is printed
 */
public record StatementLine(Ref self, Voice voice, String content, Matter matter, Act act, When when, Source source) {
    /** The statement as a node. */
    public Node node() {
        return Reading.node(self.iri());
    }

    /** The statement's address in the text: {@code b-20}. */
    public String slug() {
        return self.slug();
    }

    /**
     * Whose words.
     *
     * @param speaker who said it
     * @param capacity the office held then
     * @param through the chain from the one whom the article quotes to the one who tells of the speaker; empty if the
     *     article quotes the speaker
     * @param depth 0 the article's own voice, 1 quoted by the article, 2 and more quoted by somebody quoted
     * @param reportsOnly whether its whole content is what it reports of others
     */
    public record Voice(Ref speaker, Optional<Ref> capacity, List<Ref> through, int depth, boolean reportsOnly) {
        public Voice {
            through = List.copyOf(through);
        }

        /** The speaker and the chain, innermost first: {@code Armenia (through Vladimir Putin)}. */
        public String label() {
            StringBuilder label = new StringBuilder(speaker.label());
            for (int at = through.size() - 1; at >= 0; at--) {
                label.append(" (through ").append(through.get(at).label()).append(')');
            }
            return label.toString();
        }

        /** Whether it is known only through somebody other than the article. */
        public boolean isReported() {
            return !through.isEmpty();
        }
    }

    /**
     * What a statement concerns.
     *
     * @param about entities
     * @param topics subjects
     * @param quotes the speaker's own words as printed
     */
    public record Matter(List<Ref> about, List<Ref> topics, List<String> quotes) {
        public Matter {
            about = List.copyOf(about);
            topics = List.copyOf(topics);
            quotes = List.copyOf(quotes);
        }
    }

    /**
     * How it was said.
     *
     * @param form direct, indirect ...
     * @param acts assert, propose ...
     */
    public record Act(Ref form, List<Ref> acts) {
        public Act {
            acts = List.copyOf(acts);
        }
    }

    /**
     * The day, or the earliest and latest possible day, in ISO form.
     *
     * @param from the earliest
     * @param until the latest
     * @param basis whether the text says it
     * @param words the words it was inferred from
     */
    public record When(Optional<String> from, Optional<String> until, Ref basis, Optional<String> words) {
        /** Whether a day, or a stretch of days, is known. */
        public boolean isKnown() {
            return from.isPresent() || until.isPresent();
        }

        /** Whether the day is certain enough to be one. */
        public boolean isOneDay() {
            return from.isPresent() && from.equals(until);
        }

        /** Whether the day was inferred and not stated. */
        public boolean isInferred() {
            return basis.slug().equals("inferred");
        }
    }

    /**
     * Where it is printed.
     *
     * @param article the article
     * @param stretches of the content, in the order of the text
     */
    public record Source(Ref article, List<Spot> stretches) {
        public Source {
            stretches = List.copyOf(stretches);
        }

        /** The first code point of the content. */
        public int start() {
            return stretches.isEmpty() ? 0 : stretches.get(0).start();
        }
    }
}
