// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import org.onrecord.validation.Report;

/** Result of loading a home: a release, or a report with violations. */
public sealed interface Loading {
    /** The validation report. The report of a ready release may contain warnings. */
    Report report();

    /**
     * The home conforms to the shapes.
     *
     * @param release the release
     * @param home what was loaded
     */
    record Ready(Release release, LoadedHome home) implements Loading {
        /** A report without violations; each call looks up where its findings are. */
        @Override
        public Report report() {
            return home.report();
        }
    }

    /**
     * The home does not conform.
     *
     * @param report a report with at least one violation
     */
    record Refused(Report report) implements Loading {}
}
