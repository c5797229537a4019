// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.util.List;
import org.onrecord.source.TurtleFile;
import org.onrecord.validation.Report;

/** What came of loading a home: a release, or the report that says why there is none. */
public sealed interface Loading {
    /** The report of the validation; of a ready release it may hold warnings. */
    Report report();

    /**
     * The home conforms to the shapes.
     *
     * @param release what can be asked now
     * @param report holds no violation
     * @param ontology the ontology's files and shapes, to validate more with
     * @param data the files beside them
     */
    record Ready(Release release, Report report, List<TurtleFile> ontology, List<TurtleFile> data) implements Loading {
        public Ready {
            ontology = List.copyOf(ontology);
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
