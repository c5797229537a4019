// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import java.util.Comparator;
import java.util.Optional;

/**
 * A file, with line and column if known. Ordered by file, then by position.
 *
 * @param file the file name for messages
 * @param position the position in the file, or empty for the whole file
 */
public record Place(String file, Optional<Position> position) implements Comparable<Place> {
    private static final Comparator<Place> ORDER = Comparator.comparing(Place::file)
            .thenComparing(place -> place.position().map(Position::line).orElse(0L))
            .thenComparing(place -> place.position().map(Position::column).orElse(0L));

    /** A position in a file. */
    public static Place at(String file, Position position) {
        return new Place(file, Optional.of(position));
    }

    /** A file as a whole. */
    public static Place in(String file) {
        return new Place(file, Optional.empty());
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column}, or the file name alone. */
    @Override
    public String toString() {
        return position.map(at -> file + ":" + at).orElse(file);
    }
}
