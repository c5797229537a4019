// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

/** Report formats. The output ends with a line feed. */
public enum ReportFormat {
    /** Plain text: one paragraph per finding, at most 20 of a shape, then the counts. */
    TEXT,
    /** One object with stable keys: {@code conforms}, the counts, {@code files}, {@code findings}. */
    JSON,
    /** A {@code sh:ValidationReport} (SHACL, section 3.6), where warnings also make {@code sh:conforms} false. */
    TURTLE,
    /** JUnit XML: one test case per file, which fails on a violation. */
    JUNIT;

    private static final int MAX_OF_A_SHAPE = 20;

    /** Writes a report as plain text with all findings. */
    public static String all(Report report) {
        return TextReport.write(report, Integer.MAX_VALUE);
    }

    /** Writes a report in this format. */
    public String write(Report report) {
        return switch (this) {
            case TEXT -> TextReport.write(report, MAX_OF_A_SHAPE);
            case JSON -> JsonReport.write(report);
            case TURTLE -> TurtleReport.write(report);
            case JUNIT -> JunitReport.write(report);
        };
    }
}
