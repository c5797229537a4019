// SPDX-License-Identifier: Apache-2.0
package org.onrecord.bench;

import java.util.Locale;
import java.util.Optional;

/**
 * A thing of the generated world.
 *
 * @param name what follows {@code id/} in its IRI
 * @param type its class
 * @param label its English name
 * @param above the thing that it belongs to: the state of an actor, what contains a place, the broader topic
 */
record Thing(String name, String type, String label, Optional<Thing> above) {
    private static final String[] SYLLABLES =
            ("ka mo ri ta len var sho du pel ni gar to vi sa rem bo li dan ur ke fa zel or mi ha jon te ros wi an el pu"
                            + " co nar ves lo ya tir bek su")
                    .split(" ");

    /** A term of Turtle. */
    String term() {
        return Turtle.id(name);
    }

    /** A word that differs for each number below 2,560,000. */
    static String word(int number) {
        StringBuilder word = new StringBuilder();
        for (int left = number, i = 0; i < 4 && (left > 0 || i < 2); i++, left /= SYLLABLES.length) {
            word.append(SYLLABLES[left % SYLLABLES.length]);
        }
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
