// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import java.util.function.Function;

/** The forms in which a report is written; each ends with a line feed. */
public enum ReportFormat {
    /** For people: one finding a paragraph, the counts last. */
    TEXT(TextReport::write),
    /** One object with stable keys: {@code conforms}, the counts, {@code files}, {@code findings}. */
    JSON(JsonReport::write),
    /** A {@code sh:ValidationReport} (SHACL, section 3.6), where a warning too makes {@code sh:conforms} false. */
    TURTLE(TurtleReport::write),
    /** JUnit's XML: a test case for each file, which fails on a violation. */
    JUNIT(JunitReport::write);

    private final Function<Report, String> writer;

    ReportFormat(Function<Report, String> writer) {
        this.writer = writer;
    }

    /** The report in this form. */
    public String write(Report report) {
        return writer.apply(report);
    }
}
