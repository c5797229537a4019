// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.join;

import java.util.BitSet;

/**
 * The variables of a {@link JoinPart}, as places in the row. The sets must not be modified afterwards.
 *
 * @param binds those that it may bind
 * @param certain those that it binds in every solution
 * @param reads those on whose values its result depends, if it is no join
 * @param needs those that others must bind before it runs
 * @param unsafe those that nothing outside may bind before it has run
 */
public record Variables(BitSet binds, BitSet certain, BitSet reads, BitSet needs, BitSet unsafe) {
    /** The variables of a part that always binds all that it may bind. */
    static Variables bound(BitSet binds) {
        return new Variables(binds, binds, new BitSet(), new BitSet(), new BitSet());
    }

    /** The variables of a part that binds nothing. */
    static Variables read(BitSet reads) {
        return new Variables(new BitSet(), new BitSet(), reads, new BitSet(), new BitSet());
    }

    /** Those by whose values the solutions may be selected before it has run, instead of after. */
    public BitSet selectable() {
        return without(certain, union(unsafe, needs));
    }

    /** Those of both parts. */
    Variables and(Variables other) {
        return new Variables(
                union(binds, other.binds),
                union(certain, other.certain),
                union(reads, other.reads),
                union(needs, other.needs),
                union(unsafe, other.unsafe));
    }

    /** The variables of an optional or tested group: all that it has count as read. */
    BitSet all() {
        return union(needs, union(binds, reads));
    }

    /** Whether a set has all of another. */
    public static boolean contains(BitSet set, BitSet part) {
        return part.isEmpty() || without(part, set).isEmpty();
    }

    static BitSet union(BitSet one, BitSet other) {
        BitSet result = (BitSet) one.clone();
        result.or(other);
        return result;
    }

    static BitSet without(BitSet one, BitSet other) {
        BitSet result = (BitSet) one.clone();
        result.andNot(other);
        return result;
    }

    static BitSet common(BitSet one, BitSet other) {
        BitSet result = (BitSet) one.clone();
        result.and(other);
        return result;
    }
}
