// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.path.Path;
import org.onrecord.source.Layout;
import org.onrecord.validation.Finding.Fault;

/**
 * The report as plain text: {@code file:line:column: violation: message}, then focus, path, value, remedy and shape.
 */
final class TextReport {
    private static final int MAX_VALUE_LENGTH = 100;
    private static final Prologue PROLOGUE =
            new Prologue(PrefixMapping.Factory.create().setNsPrefixes(Layout.DEFAULT.prefixes()));

    private TextReport() {}

    /**
     * Writes a report.
     *
     * @param most the number of findings of a shape that are written; the others are counted
     */
    static String write(Report report, int most) {
        Map<Node, Integer> found = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        for (Finding finding : report.findings()) {
            if (found.merge(finding.shape(), 1, Integer::sum) <= most) {
                text.append(finding(finding));
            }
        }
        found.forEach((shape, number) -> {
            if (number > most) {
                text.append("%,d more findings of the shape %s; validate --all shows them\n"
                        .formatted(number - most, Layout.DEFAULT.shorten(shape)));
            }
        });
        report.omitted().forEach(some -> text.append(some).append('\n'));
        return text + counts(report) + "\n";
    }

    /** One finding in several lines. */
    static String finding(Finding finding) {
        Fault fault = finding.fault();
        return finding.place() + ": " + severity(finding) + ": " + finding.message() + "\n"
                + line("focus", Layout.DEFAULT.shorten(fault.focus()))
                + fault.path().map(path -> line("path", path(path))).orElse("")
                + fault.value()
                        .filter(value -> !value.equals(fault.focus()))
                        .map(value -> line("value", Finding.truncate(Layout.DEFAULT.shorten(value), MAX_VALUE_LENGTH)))
                        .orElse("")
                + finding.remedy().map(remedy -> line("remedy", remedy)).orElse("")
                + line("shape", Layout.DEFAULT.shorten(finding.shape()));
    }

    /** The severity, with a level that is not a term of SHACL: {@code violation (https://example.org/Serious)}. */
    private static String severity(Finding finding) {
        Severity severity = finding.severity();
        return severity.term().equals(finding.level())
                ? severity.toString()
                : severity + " (" + Layout.DEFAULT.shorten(finding.level()) + ")";
    }

    private static String counts(Report report) {
        String found = Arrays.stream(Severity.values())
                .filter(severity -> severity == Severity.VIOLATION || report.count(severity) > 0)
                .map(severity -> severity.count(report.count(severity)))
                .collect(Collectors.joining(", "));
        int files = report.files().size();
        return found + " in " + files + (files == 1 ? " file" : " files");
    }

    private static String line(String label, String text) {
        return "    %-7s %s\n".formatted(label, text);
    }

    private static String path(Path path) {
        return path.toString(PROLOGUE);
    }
}
