// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.compile;

import java.util.Comparator;
import org.onrecord.source.Place;
import org.onrecord.validation.Severity;

/**
 * Something wrong in a sheet.
 *
 * @param severity a sheet with violations is not compiled
 * @param message what is wrong and what to do
 */
public record SheetProblem(Severity severity, Place place, String message) implements Comparable<SheetProblem> {
    private static final Comparator<SheetProblem> ORDER =
            Comparator.comparing(SheetProblem::place).thenComparing(SheetProblem::message);

    @Override
    public int compareTo(SheetProblem other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column: message}. */
    @Override
    public String toString() {
        return place + ": " + (severity == Severity.VIOLATION ? "" : "warning: ") + message;
    }
}
