// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.onrecord.source.Layout;
import org.onrecord.source.TurtleFile;

/**
 * A validation report.
 *
 * @param files the names of the validated files, sorted
 * @param findings the findings, most severe first, then by file and line
 * @param omitted the numbers of findings omitted from a shortened report, most severe first
 */
public record Report(List<String> files, List<Finding> findings, List<Omitted> omitted) {
    public Report {
        files = files.stream().sorted().toList();
        findings = findings.stream().sorted().toList();
        omitted = List.copyOf(omitted);
    }

    /** A complete report. */
    public Report(List<String> files, List<Finding> findings) {
        this(files, findings, List.of());
    }

    /**
     * The number of omitted findings of one shape.
     *
     * @param severity their severity
     * @param shape their shape
     * @param count their number
     */
    public record Omitted(Severity severity, Node shape, long count) {
        /** For example {@code 12 more violations of recs:speaker}. */
        @Override
        public String toString() {
            return severity.count(count).replaceFirst(" ", " more ") + " of " + Layout.DEFAULT.shorten(shape);
        }
    }

    /** A report without findings. */
    public static Report clean(List<TurtleFile> files) {
        return new Report(files.stream().map(TurtleFile::name).toList(), List.of());
    }

    /**
     * A shortened report: the first findings and the number of the others.
     *
     * @param maxFindings the number of findings to keep
     * @param maxLength the maximum length of a message or value in code points
     */
    public Report shortened(int maxFindings, int maxLength) {
        TreeMap<Severity, List<Finding>> rest = findings.stream()
                .skip(maxFindings)
                .collect(Collectors.groupingBy(Finding::severity, TreeMap::new, Collectors.toList()));
        List<Omitted> counted = rest.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .collect(Collectors.groupingBy(
                                finding -> finding.shape().toString(), TreeMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .map(same -> new Omitted(entry.getKey(), same.get(0).shape(), same.size())))
                .toList();
        List<Finding> kept = findings.stream()
                .limit(maxFindings)
                .map(finding -> finding.truncate(maxLength))
                .toList();
        return new Report(files, kept, counted);
    }

    /** Whether there are no violations. Warnings are allowed. */
    public boolean conforms() {
        return count(Severity.VIOLATION) == 0;
    }

    /** The number of findings of a severity, including omitted ones. */
    public long count(Severity severity) {
        long left = omitted.stream()
                .filter(some -> some.severity() == severity)
                .mapToLong(Omitted::count)
                .sum();
        return left
                + findings.stream()
                        .filter(finding -> finding.severity() == severity)
                        .count();
    }
}
