// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sparql;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.onrecord.guard.Budget;

/**
 * Writes the solutions of a SELECT query as SPARQL 1.1 Query Results JSON, with the terms that Jena's writer writes. That
 * one took three times as long as its writer of CSV for the same rows. Used once.
 */
final class JsonRows {
    private static final JsonGeneratorFactory FACTORY = Json.createGeneratorFactory(Map.of());

    private final JsonGenerator json;
    private final Budget budget;
    private final Map<Node, String> labels = new HashMap<>();

    private JsonRows(JsonGenerator json, Budget budget) {
        this.json = json;
        this.budget = budget;
    }

    /** @param budget is charged for each blank node, whose label is kept */
    static void write(OutputStream out, RowSet rows, Budget budget) {
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            new JsonRows(generator, budget).write(rows);
        }
    }

    private void write(RowSet rows) {
        json.writeStartObject().writeStartObject("head").writeStartArray("vars");
        rows.getResultVars().forEach(variable -> json.write(variable.getVarName()));
        json.writeEnd().writeEnd().writeStartObject("results").writeStartArray("bindings");
        rows.forEachRemaining(row -> {
            json.writeStartObject();
            rows.getResultVars().forEach(variable -> cell(variable, row));
            json.writeEnd();
        });
        json.writeEnd().writeEnd().writeEnd();
    }

    private void cell(Var variable, Binding row) {
        Node term = row.get(variable);
        if (term == null) {
            return;
        }
        json.writeStartObject(variable.getVarName());
        if (term.isURI()) {
            json.write("type", "uri").write("value", term.getURI());
        } else if (term.isBlank()) {
            json.write("type", "bnode").write("value", labels.computeIfAbsent(term, this::label));
        } else {
            literal(term);
        }
        json.writeEnd();
    }

    private String label(Node term) {
        budget.chargeRow(1);
        return "b" + labels.size();
    }

    private void literal(Node term) {
        json.write("type", "literal").write("value", term.getLiteralLexicalForm());
        if (!term.getLiteralLanguage().isEmpty()) {
            json.write("xml:lang", term.getLiteralLanguage());
        } else if (!XSDDatatype.XSDstring.equals(term.getLiteralDatatype())) {
            json.write("datatype", term.getLiteralDatatypeURI());
        }
    }
}
