// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.compile;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.source.Place;
import org.onrecord.source.Position;
import org.onrecord.validation.Severity;

/** Collects what is wrong in a sheet, so that all of it is reported at once. */
final class Problems {
    private final String file;
    private final List<SheetProblem> found = new ArrayList<>();

    /** Creates an empty list for a file, named for messages. */
    public Problems(String file) {
        this.file = file;
    }

    /** Reports an error. */
    public void error(Position position, String message) {
        found.add(new SheetProblem(Severity.VIOLATION, Place.at(file, position), message));
    }

    /** Reports something that does not prevent compiling. */
    public void warn(Position position, String message) {
        found.add(new SheetProblem(Severity.WARNING, Place.at(file, position), message));
    }

    /** Whether there are no errors. */
    public boolean none() {
        return found.stream().noneMatch(problem -> problem.severity() == Severity.VIOLATION);
    }

    /** All, in the order of the file, each once. */
    public List<SheetProblem> sorted() {
        return found.stream().sorted().distinct().toList();
    }
}
