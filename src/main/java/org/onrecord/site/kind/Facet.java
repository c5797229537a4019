// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import java.util.List;

/**
 * One way to narrow the table, with the statements that each choice would leave.
 *
 * @param name the parameter
 * @param choices those with the most statements first
 */
public record Facet(String name, List<Choice> choices) {
    /** How many choices stand open; the rest unfolds. */
    public static final int OPEN = 6;

    public Facet {
        choices = List.copyOf(choices);
    }

    /** Whether one of the choices is made. */
    public boolean isChosen() {
        return choices.stream().anyMatch(Choice::chosen);
    }

    /**
     * A choice.
     *
     * @param label what people call it
     * @param count how many statements it leaves, all other filters kept
     * @param href the table with it, or without it if it is chosen
     * @param chosen whether it is chosen now
     */
    public record Choice(String label, int count, String href, boolean chosen) {}
}
