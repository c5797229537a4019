// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

/** The forms in which a report is written; each ends with a line feed. */
public enum ReportFormat {
    /** For people: one finding a paragraph, the counts last. */
    TEXT,
    /** One object with stable keys: {@code conforms}, the counts, {@code files}, {@code findings}. */
    JSON,
    /** A {@code sh:ValidationReport} (SHACL, section 3.6), where a warning too makes {@code sh:conforms} false. */
    TURTLE,
    /** JUnit's XML: a test case for each file, which fails on a violation. */
    JUNIT;

    /** The report in this form. */
    public String write(Report report) {
        return switch (this) {
            case TEXT -> TextReport.write(report);
            case JSON -> JsonReport.write(report);
            case TURTLE -> TurtleReport.write(report);
            case JUNIT -> JunitReport.write(report);
        };
    }
}
