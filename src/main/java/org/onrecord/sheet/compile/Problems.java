// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.onrecord.source.Place;
import org.onrecord.source.Position;
import org.onrecord.validation.Severity;

/** Collects what is wrong in a sheet, so that all of it is reported at once. */
final class Problems {
    private final String file;
    private final List<Problem> found = new ArrayList<>();

    /** Creates an empty list for a file, named for messages. */
    public Problems(String file) {
        this.file = file;
    }

    /**
     * Something wrong in a sheet.
     *
     * @param severity a sheet with violations is not compiled
     * @param message what is wrong and what to do
     */
    public record Problem(Severity severity, Place place, String message) implements Comparable<Problem> {
        private static final Comparator<Problem> ORDER =
                Comparator.comparing(Problem::place).thenComparing(Problem::message);

        @Override
        public int compareTo(Problem other) {
            return ORDER.compare(this, other);
        }

        /** {@code file:line:column: message}. */
        @Override
        public String toString() {
            return place + ": " + (severity == Severity.VIOLATION ? "" : "warning: ") + message;
        }
    }

    /** Reports an error. */
    public void error(Position position, String message) {
        found.add(new Problem(Severity.VIOLATION, Place.at(file, position), message));
    }

    /** Reports something that does not prevent compiling. */
    public void warn(Position position, String message) {
        found.add(new Problem(Severity.WARNING, Place.at(file, position), message));
    }

    /** Whether there are no errors. */
    public boolean none() {
        return found.stream().noneMatch(problem -> problem.severity() == Severity.VIOLATION);
    }

    /** All, in the order of the file, each once. */
    public List<Problem> sorted() {
        return found.stream().sorted().distinct().toList();
    }
}
