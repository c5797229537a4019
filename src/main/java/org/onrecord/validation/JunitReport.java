// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The report as JUnit XML: one test case per file; violations are failures, other findings are output. */
final class JunitReport {
    private static final Pattern ILLEGAL =
            Pattern.compile("[^\\t\\n\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final XMLStreamWriter xml;

    private JunitReport(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String write(Report report) {
        StringWriter text = new StringWriter();
        try {
            new JunitReport(XMLOutputFactory.newFactory().createXMLStreamWriter(text)).suite(report);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML cannot be written to memory", e);
        }
        return text + "\n";
    }

    private void suite(Report report) throws XMLStreamException {
        Map<String, List<Finding>> byFile = new TreeMap<>();
        report.files().forEach(file -> byFile.put(file, List.of()));
        byFile.putAll(report.findings().stream()
                .collect(Collectors.groupingBy(finding -> finding.place().file())));
        xml.writeStartDocument("UTF-8", "1.0");
        start("testsuite", Map.of("name", "onrecord validate"));
        xml.writeAttribute("tests", String.valueOf(byFile.size()));
        xml.writeAttribute("failures", String.valueOf(failed(byFile)));
        xml.writeAttribute("errors", "0");
        for (var file : byFile.entrySet()) {
            testCase(file.getKey(), file.getValue());
        }
        output(report.omitted().stream().map(some -> some + "\n").collect(Collectors.joining()));
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private static long failed(Map<String, List<Finding>> byFile) {
        return byFile.values().stream()
                .filter(findings -> findings.stream().anyMatch(JunitReport::fails))
                .count();
    }

    private void testCase(String file, List<Finding> findings) throws XMLStreamException {
        start("testcase", Map.of("name", file));
        xml.writeAttribute("classname", "onrecord.validate");
        for (Finding finding : findings.stream().filter(JunitReport::fails).toList()) {
            start("failure", Map.of("message", finding.message()));
            xml.writeAttribute("type", legal(finding.shape().toString()));
            text(TextReport.finding(finding));
            xml.writeEndElement();
        }
        output(findings.stream()
                .filter(finding -> !fails(finding))
                .map(TextReport::finding)
                .collect(Collectors.joining()));
        xml.writeEndElement();
    }

    private void output(String text) throws XMLStreamException {
        if (!text.isEmpty()) {
            start("system-out", Map.of());
            text(text);
            xml.writeEndElement();
        }
    }

    private void start(String element, Map<String, String> attributes) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
        for (var attribute : attributes.entrySet()) {
            xml.writeAttribute(attribute.getKey(), legal(attribute.getValue()));
        }
    }

    private void text(String text) throws XMLStreamException {
        xml.writeCharacters(legal(text));
    }

    private static boolean fails(Finding finding) {
        return finding.severity() == Severity.VIOLATION;
    }

    /** Replaces characters that XML 1.0 does not allow (section 2.2, Char), and carriage returns, by U+FFFD. */
    private static String legal(String text) {
        return ILLEGAL.matcher(text).replaceAll("\uFFFD");
    }
}
