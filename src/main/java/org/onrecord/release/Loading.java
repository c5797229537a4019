// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.util.List;
import org.onrecord.source.TurtleFile;
import org.onrecord.validation.Report;

/** Result of loading a home: a release, or a report with violations. */
public sealed interface Loading {
    /** The validation report. The report of a ready release may contain warnings. */
    Report report();

    /**
     * The home conforms to the shapes.
     *
     * @param release the release
     * @param report a report without violations
     * @param ontology the files of ontology and shapes
     * @param data the data files
     */
    record Ready(Release release, Report report, List<TurtleFile> ontology, List<TurtleFile> data) implements Loading {
        public Ready {
            ontology = List.copyOf(ontology);
            data = List.copyOf(data);
        }
    }

    /**
     * The home does not conform.
     *
     * @param report a report with at least one violation
     */
    record Refused(Report report) implements Loading {}
}
