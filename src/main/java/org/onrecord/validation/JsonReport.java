// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNull;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Node;
import org.onrecord.source.Place;
import org.onrecord.source.Position;
import org.onrecord.validation.Finding.Fault;

/** The report as JSON. All keys are always present, absent values are {@code null}, IRIs are not abbreviated. */
final class JsonReport {
    private JsonReport() {}

    static String write(Report report) {
        JsonObject object = new JsonObject();
        object.put("conforms", report.conforms());
        for (Severity severity : Severity.values()) {
            object.put(severity + "s", report.count(severity));
        }
        JsonArray files = new JsonArray();
        report.files().forEach(files::add);
        object.put("files", files);
        JsonArray findings = new JsonArray();
        report.findings().forEach(finding -> findings.add(finding(finding)));
        object.put("findings", findings);
        JsonArray omitted = new JsonArray();
        report.omitted().forEach(some -> omitted.add(omitted(some)));
        object.put("omitted", omitted);
        return JSON.toString(object).strip() + "\n";
    }

    private static JsonObject omitted(Report.Omitted some) {
        JsonObject object = new JsonObject();
        object.put("severity", some.severity().toString());
        object.put("shape", text(some.shape()));
        object.put("count", some.count());
        return object;
    }

    private static JsonObject finding(Finding finding) {
        Fault fault = finding.fault();
        JsonObject object = new JsonObject();
        object.put("severity", finding.severity().toString());
        object.put("level", text(finding.level()));
        place(object, finding.place());
        object.put("focus", text(fault.focus()));
        object.put(
                "path",
                string(fault.property()
                        .map(JsonReport::text)
                        .or(() -> fault.path().map(Object::toString))));
        object.put("value", string(fault.value().map(JsonReport::text)));
        object.put("message", finding.message());
        object.put("remedy", string(finding.remedy()));
        object.put("shape", text(finding.shape()));
        return object;
    }

    private static void place(JsonObject object, Place place) {
        object.put("file", place.file());
        object.put("line", number(place.position().map(Position::line)));
        object.put("column", number(place.position().map(Position::column)));
    }

    private static JsonValue number(Optional<Long> number) {
        return number.<JsonValue>map(JsonNumber::value).orElse(JsonNull.instance);
    }

    private static JsonValue string(Optional<String> text) {
        return text.<JsonValue>map(JsonString::new).orElse(JsonNull.instance);
    }

    /** The IRI, the lexical form, or {@code _:} and the blank node label. */
    private static String text(Node node) {
        if (node.isLiteral()) {
            return node.getLiteralLexicalForm();
        }
        return node.isURI() ? node.getURI() : "_:" + node.getBlankNodeLabel();
    }
}
