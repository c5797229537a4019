// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.onrecord.source.Layout;
import org.onrecord.source.TurtleFile;

/**
 * What a validation found.
 *
 * @param files the names of the files that were reported on, sorted
 * @param findings the findings, the worst first, then by file and line
 * @param omitted how many findings were left out of a report that was shortened, the worst first
 */
public record Report(List<String> files, List<Finding> findings, List<Omitted> omitted) {
    public Report {
        files = files.stream().sorted().toList();
        findings = findings.stream().sorted().toList();
        omitted = List.copyOf(omitted);
    }

    /** A report that says everything. */
    public Report(List<String> files, List<Finding> findings) {
        this(files, findings, List.of());
    }

    /**
     * Findings of one shape that were left out.
     *
     * @param severity of each
     * @param shape found them
     * @param count how many
     */
    public record Omitted(Severity severity, Node shape, long count) {
        /** One line for people: {@code 12 more violations of recs:speaker}. */
        @Override
        public String toString() {
            return severity.count(count).replaceFirst(" ", " more ") + " of " + Layout.DEFAULT.shorten(shape);
        }
    }

    /** The report on files of which there is nothing to report. */
    public static Report clean(List<TurtleFile> files) {
        return new Report(files.stream().map(TurtleFile::name).toList(), List.of());
    }

    /**
     * The same report with a bounded length: the first findings, and of the others how many there are.
     *
     * @param maxFindings how many findings are kept
     * @param maxLength code points that are kept of a message or a value
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

    /** Whether the data may be used: there is no violation. Warnings do not refuse. */
    public boolean conforms() {
        return count(Severity.VIOLATION) == 0;
    }

    /** The number of findings of a severity, those left out included. */
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
