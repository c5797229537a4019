// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.onrecord.site.thing.Block;
import org.onrecord.site.thing.Block.Section;
import org.onrecord.site.thing.StatementLine;
import org.onrecord.vocabulary.Rec;

/** Sections of the pages of claims: statements by stance, sorted by depth. */
public record ClaimSections(PageSections parts) {
    /** The properties for stances towards a claim. */
    static final List<Node> STANCES = List.of(Rec.AFFIRMS, Rec.DENIES, Rec.PRESUPPOSES, Rec.CONDITIONAL_ON);

    List<Section> sections(Node claim) {
        return PageSections.join(
                List.of(new Section("holders", new Block.Holders(stances(claim), Optional.empty()))),
                parts.facts(claim),
                parts.lines("about", parts.register().with(Rec.ABOUT, claim)),
                parts.mentions(claim));
    }

    /** The stances with at least one statement. */
    public List<Block.Stance> stances(Node claim) {
        return STANCES.stream()
                .map(stance -> new Block.Stance(
                        parts.reading().ref(stance),
                        parts.register().with(stance, claim).stream()
                                .sorted(Comparator.comparing(
                                        (StatementLine line) -> line.voice().depth()))
                                .toList()))
                .filter(stance -> !stance.lines().isEmpty())
                .toList();
    }
}
