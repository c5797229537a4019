// SPDX-License-Identifier: Apache-2.0
package org.onrecord.knowledge;

import java.util.List;
import org.onrecord.turtle.TurtleFile;
import org.onrecord.validation.Report;
import org.onrecord.validation.Validator;

/** What came of loading a home: a snapshot, or the report that says why there is none. */
public sealed interface Loading {
    /** The report of the validation; of a ready snapshot it may hold warnings. */
    Report report();

    /**
     * The home conforms to the shapes.
     *
     * @param snapshot what can be asked now
     * @param report holds no violation
     * @param validator holds the shapes, to validate more with
     * @param data the files beside the ontology, as they were validated
     */
    record Ready(Snapshot snapshot, Report report, Validator validator, List<TurtleFile> data) implements Loading {
        public Ready {
            data = List.copyOf(data);
        }
    }

    /**
     * The home does not conform; nothing was built.
     *
     * @param report holds at least one violation
     */
    record Refused(Report report) implements Loading {}
}
