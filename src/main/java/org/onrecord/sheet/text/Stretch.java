// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.text;

import java.util.Comparator;

/**
 * A contiguous part of a text, in code points. Ordered by start, then by end.
 *
 * @param start its first code point, counted from 0
 * @param end the code point after its last
 */
public record Stretch(int start, int end) implements Comparable<Stretch> {
    private static final Comparator<Stretch> ORDER =
            Comparator.comparingInt(Stretch::start).thenComparingInt(Stretch::end);

    /** Whether the other lies within this, or is equal. */
    public boolean contains(Stretch other) {
        return start <= other.start && other.end <= end;
    }

    /** Whether the two have a code point in common. */
    public boolean overlaps(Stretch other) {
        return start < other.end && other.start < end;
    }

    /** The number of code points between the two; 0 if they overlap. */
    public int distance(Stretch other) {
        return Math.max(0, Math.max(start - other.end, other.start - end));
    }

    /** The number of code points. */
    public int length() {
        return end - start;
    }

    @Override
    public int compareTo(Stretch other) {
        return ORDER.compare(this, other);
    }
}
