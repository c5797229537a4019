// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.validation.ReportEntry;
import org.junit.jupiter.api.Test;
import org.onrecord.source.TurtleFile;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ReportFormatTest {
    private static final TurtleFile BAD = Sample.file("data/<b&d>.ttl", """
            <https://w3id.org/onrecord/id/statement/a-2> a rec:Statement ;
                rec:speaker "An\\u0001na \\"😀\\" ]]> <&" ; rec:content "No" .
            """);
    private static final Report REPORT = Sample.validate(Sample.GOOD, BAD);

    @Test
    void writesText() {
        assertThat(ReportFormat.TEXT.write(REPORT)).isEqualTo("""
                data/<b&d>.ttl:7:17: violation: A statement does not have exactly one speaker.
                    focus   id/statement/a-2
                    path    rec:speaker
                    value   "An\u0001na "😀" ]]> <&"
                    remedy  Name the speaker with rec:speaker.
                    shape   recs:speaker
                data/<b&d>.ttl:7:58: warning: The content does not end with a full stop.
                    focus   id/statement/a-2
                    path    rec:content
                    value   "No"
                    remedy  End it with a full stop.
                    shape   recs:content
                1 violation, 1 warning in 4 files
                """);
    }

    @Test
    void writesCountsWithoutFindings() {
        assertThat(ReportFormat.TEXT.write(Sample.validate(Sample.GOOD))).isEqualTo("0 violations in 3 files\n");
    }

    @Test
    void writesJson() {
        JsonObject json = Json.createReader(new StringReader(ReportFormat.JSON.write(REPORT)))
                .readObject();
        assertThat(json.getBoolean("conforms")).isFalse();
        assertThat(json.getInt("violations")).isEqualTo(1);
        assertThat(json.getInt("warnings")).isEqualTo(1);
        assertThat(json.getInt("infos")).isZero();
        assertThat(json.getJsonArray("files")).hasSize(4);
        JsonObject finding = json.getJsonArray("findings").getJsonObject(0);
        assertThat(finding.keySet())
                .containsExactlyInAnyOrder(
                        "severity",
                        "level",
                        "file",
                        "line",
                        "column",
                        "focus",
                        "path",
                        "value",
                        "message",
                        "remedy",
                        "shape");
        assertThat(finding.getString("file")).isEqualTo("data/<b&d>.ttl");
        assertThat(finding.getInt("line")).isEqualTo(7);
        assertThat(finding.getString("path")).isEqualTo("https://w3id.org/onrecord/ontology#speaker");
        assertThat(finding.getString("value")).isEqualTo("An\u0001na \"😀\" ]]> <&");
    }

    @Test
    void writesShaclReport() {
        Graph graph = RDFParser.fromString(ReportFormat.TURTLE.write(REPORT), Lang.TURTLE)
                .toGraph();
        ValidationReport report = ValidationReport.fromGraph(graph);
        assertThat(report.conforms()).isFalse();
        assertThat(report.getEntries()).hasSize(2);
        assertThat(report.getEntries())
                .extracting(entry -> entry.focusNode().getLocalName())
                .containsOnly("a-2");
        assertThat(report.getEntries())
                .extracting(ReportFormatTest::constraint)
                .containsExactlyInAnyOrder("ClassConstraintComponent", "PatternConstraintComponent");
    }

    private static String constraint(ReportEntry entry) {
        return entry.sourceConstraintComponent().getLocalName();
    }

    @Test
    void writesJunitWithFailurePerViolation() throws Exception {
        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(ReportFormat.JUNIT.write(REPORT).getBytes(StandardCharsets.UTF_8)));
        Element suite = xml.getDocumentElement();
        assertThat(suite.getAttribute("tests")).isEqualTo("4");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(4);
        Element failure = (Element) xml.getElementsByTagName("failure").item(0);
        assertThat(((Element) failure.getParentNode()).getAttribute("name")).isEqualTo("data/<b&d>.ttl");
        assertThat(failure.getAttribute("message")).isEqualTo("A statement does not have exactly one speaker.");
        assertThat(failure.getTextContent()).contains("\"An\uFFFDna \"😀\" ]]> <&\"");
        assertThat(xml.getElementsByTagName("system-out").item(0).getTextContent())
                .contains("warning: The content does not end with a full stop.");
    }
}
