// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import java.util.List;

/**
 * A facet of the table of statements, with counts.
 *
 * @param name the parameter name
 * @param choices sorted by count, descending
 */
public record Facet(String name, List<Choice> choices) {
    /** Number of choices shown before expanding. */
    public static final int OPEN = 6;

    /** Whether a choice is selected. */
    public boolean isChosen() {
        return choices.stream().anyMatch(Choice::chosen);
    }

    /**
     * A value of the facet.
     *
     * @param label the display name
     * @param count number of matching statements, with all other filters
     * @param href address of the table with this value, or without it if selected
     * @param chosen whether it is selected
     */
    public record Choice(String label, int count, String href, boolean chosen) {}
}
