// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import java.util.List;
import org.onrecord.turtle.TurtleFile;

/**
 * What a validation found.
 *
 * @param files the names of the files that were reported on, sorted
 * @param findings the findings, the worst first, then by file and line
 */
public record Report(List<String> files, List<Finding> findings) {
    public Report {
        files = files.stream().sorted().toList();
        findings = findings.stream().sorted().toList();
    }

    /** The report on files of which there is nothing to report. */
    public static Report clean(List<TurtleFile> files) {
        return new Report(files.stream().map(TurtleFile::name).toList(), List.of());
    }

    /** Whether the data may be used: there is no violation. Warnings do not refuse. */
    public boolean conforms() {
        return count(Severity.VIOLATION) == 0;
    }

    /** The number of findings of a severity. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
