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
import org.onrecord.vocabulary.Rec;

/**
 * The page of a statement.
 *
 * @param line the statement
 * @param told its provenance
 * @param open open questions
 * @param held the claims towards which it has a stance
 * @param proofs its evidence in the article
 * @param relations related statements
 * @param rest mentions and all triples
 */
public record StatementPage(
        StatementLine line,
        Told told,
        Open open,
        List<Held> held,
        List<Proof> proofs,
        List<Section> relations,
        List<Section> rest) {
    /**
     * The provenance of a statement.
     *
     * @param publisher the publisher of the article
     * @param page the publisher's page; with a text fragment if the words are at hand
     * @param chain the article, the reporters, the speaker
     * @param quotes direct quotations
     * @param translated whether the quotations are known or presumed to be translations
     * @param facts other properties of the speech act
     */
    public record Told(
            Optional<Ref> publisher,
            Optional<String> page,
            List<Ref> chain,
            List<Quote> quotes,
            boolean translated,
            List<Fact> facts) {}

    /**
     * A direct quotation.
     *
     * @param words the words
     * @param href the publisher's page, with a text fragment
     */
    public record Quote(String words, Optional<String> href) {}

    /**
     * Open questions about a statement.
     *
     * @param ambiguity an ambiguity of the text
     * @param note the coding note
     * @param possiblyWithin statements that may report it
     */
    public record Open(Optional<String> ambiguity, Optional<String> note, List<StatementLine> possiblyWithin) {}

    /**
     * A claim and the stances towards it.
     *
     * @param stance the stance property of this statement
     * @param claim the claim
     * @param others other statements by stance
     * @param against contradicting claims
     */
    public record Held(Ref stance, Ref claim, List<Block.Stance> others, List<Ref> against) {
        /** Whether this statement denies the claim. */
        public boolean isDenied() {
            return stance.iri().equals(Rec.DENIES.getURI());
        }
    }

    /**
     * A text span as evidence.
     *
     * @param term the property: content, quotation, speaker ...
     * @param spot the span
     * @param passage the text with context, if available
     */
    public record Proof(Ref term, Spot spot, Optional<Passages.Passage> passage) {}
}
