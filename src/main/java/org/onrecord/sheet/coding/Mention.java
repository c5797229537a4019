// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.coding;

import java.util.Collections;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.onrecord.sheet.text.Stretch;
import org.onrecord.source.TermOrder;

/**
 * Words of the text that name an entity. Ordered by place, then by entity.
 *
 * @param place the words
 * @param body the entity or claim
 * @param loaded whether the wording takes a side
 * @param voice the speaker whose wording it is; empty if undecided
 * @param in the statements in which it occurs
 * @param note the coder's note, an English literal
 */
public record Mention(
        Stretch place, Node body, boolean loaded, Optional<Node> voice, NavigableSet<Node> in, Optional<Node> note)
        implements Comparable<Mention> {
    private static final Comparator<Mention> ORDER = Comparator.comparing(Mention::place)
            .thenComparing(Mention::body, TermOrder.TERMS)
            .thenComparing(Mention::loaded);

    public Mention {
        NavigableSet<Node> copy = new TreeSet<>(TermOrder.TERMS);
        copy.addAll(in);
        in = Collections.unmodifiableNavigableSet(copy);
    }

    @Override
    public int compareTo(Mention other) {
        return ORDER.compare(this, other);
    }
}
