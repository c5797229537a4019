// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import java.util.List;
import java.util.Optional;
import org.onrecord.site.thing.Block;
import org.onrecord.site.thing.Block.Fact;
import org.onrecord.site.thing.Block.Section;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.Spot;
import org.onrecord.site.thing.StatementLine;

/**
 * The page of a statement.
 *
 * @param line the statement
 * @param told how it came to us
 * @param open what is left open
 * @param held the claims it takes a stance on
 * @param proofs the stretches of the article it rests on
 * @param relations other statements it belongs with
 * @param rest names used, and all triples
 */
public record StatementPage(
        StatementLine line,
        Told told,
        Open open,
        List<Held> held,
        List<Proof> proofs,
        List<Section> relations,
        List<Section> rest) {
    public StatementPage {
        held = List.copyOf(held);
        proofs = List.copyOf(proofs);
        relations = List.copyOf(relations);
        rest = List.copyOf(rest);
    }

    /**
     * How a statement came to us.
     *
     * @param publisher who published the article
     * @param chain the article, those who tell, the speaker
     * @param quotes the speaker's own words
     * @param facts everything else about the act
     */
    public record Told(Optional<Ref> publisher, List<Ref> chain, List<Quote> quotes, List<Fact> facts) {
        public Told {
            chain = List.copyOf(chain);
            quotes = List.copyOf(quotes);
            facts = List.copyOf(facts);
        }
    }

    /**
     * Words as printed.
     *
     * @param words the words
     * @param href the publisher's page, scrolled to them
     */
    public record Quote(String words, Optional<String> href) {}

    /**
     * What is left open.
     *
     * @param ambiguity by the text
     * @param note by the coder, or why it was decided so
     * @param possiblyWithin statements that may report it
     */
    public record Open(Optional<String> ambiguity, Optional<String> note, List<StatementLine> possiblyWithin) {
        public Open {
            possiblyWithin = List.copyOf(possiblyWithin);
        }
    }

    /**
     * A claim and who else takes a stance on it.
     *
     * @param stance the property that tells this statement's stance
     * @param claim the claim
     * @param others other statements, by stance
     * @param against claims that contradict it, with who affirms them
     */
    public record Held(Ref stance, Ref claim, List<Block.Stance> others, List<Ref> against) {
        public Held {
            others = List.copyOf(others);
            against = List.copyOf(against);
        }
    }

    /**
     * A stretch of the article and what it proves.
     *
     * @param term the property: content, quotation, speaker ...
     * @param spot where
     * @param passage the words around, where the operator holds the text
     */
    public record Proof(Ref term, Spot spot, Optional<Passages.Passage> passage) {}
}
