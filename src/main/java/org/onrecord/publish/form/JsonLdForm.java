// SPDX-License-Identifier: Apache-2.0
package org.onrecord.publish.form;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.publish.line.Line;
import org.onrecord.publish.line.Term;

/** JSON-LD 1.1 with the context of {@code /context.jsonld}: a subject a line, in the order of the lines. Immutable. */
public final class JsonLdForm {
    /** How many subjects are compacted at a time: the context is read once for each lot. */
    private static final int LOT = 500;

    private static final String TYPE = "<" + RDF.type.getURI() + ">";

    private final Context context;

    /** The form with a context. */
    public JsonLdForm(Context context) {
        this.context = context;
    }

    /** Writes the triples of sorted lines. */
    public void write(Iterator<String> lines, Appendable out) throws IOException {
        out.append("{\"@context\":").append(context.whole().toString()).append(",\n\"@graph\":[");
        Lot lot = new Lot(new ArrayList<>());
        boolean first = true;
        while (lines.hasNext()) {
            Line line = Line.of(lines.next());
            if (lot.begins(line) && lot.nodes().size() == LOT) {
                write(lot, first, out);
                first = false;
                lot = new Lot(new ArrayList<>());
            }
            lot.add(line);
        }
        write(lot, first, out);
        out.append("\n]}\n");
    }

    private void write(Lot lot, boolean first, Appendable out) throws IOException {
        boolean start = first;
        for (JsonValue node : compact(lot.expanded())) {
            out.append(start ? "\n" : ",\n")
                    .append(Context.keyed(node.asJsonObject()).build().toString());
            start = false;
        }
    }

    private List<? extends JsonValue> compact(JsonArray expanded) {
        try {
            JsonObject whole = JsonLd.compact(JsonDocument.of(expanded), JsonDocument.of(context.whole()))
                    .get();
            if (whole.get("@graph") instanceof JsonArray nodes) {
                return nodes;
            }
            JsonObject one = Json.createObjectBuilder(whole).remove("@context").build();
            return one.isEmpty() ? List.of() : List.of(one);
        } catch (JsonLdError e) {
            throw new IllegalStateException("A graph of ours is no JSON-LD: " + e.getMessage(), e);
        }
    }

    /** A subject's values, by property. */
    private record Subject(String written, Map<String, JsonArrayBuilder> values) {
        JsonObject expanded() {
            JsonObjectBuilder node = Json.createObjectBuilder().add("@id", id(Term.of(written)));
            values.forEach(node::add);
            return node.build();
        }
    }

    /** Some whole subjects. */
    private record Lot(List<Subject> nodes) {
        boolean begins(Line line) {
            return nodes.isEmpty() || !nodes.get(nodes.size() - 1).written().equals(line.subject());
        }

        void add(Line line) {
            if (begins(line)) {
                nodes.add(new Subject(line.subject(), new LinkedHashMap<>()));
            }
            boolean type = line.predicate().equals(TYPE);
            JsonArrayBuilder values = nodes.get(nodes.size() - 1)
                    .values()
                    .computeIfAbsent(
                            type ? "@type" : Term.of(line.predicate()).text(), key -> Json.createArrayBuilder());
            Term object = line.term();
            values.add(type ? Json.createValue(id(object)) : value(object));
        }

        JsonArray expanded() {
            JsonArrayBuilder all = Json.createArrayBuilder();
            nodes.forEach(node -> all.add(node.expanded()));
            return all.build();
        }
    }

    private static String id(Term term) {
        return term.kind() == Term.Kind.BLANK ? "_:" + term.text() : term.text();
    }

    private static JsonValue value(Term term) {
        if (term.kind() != Term.Kind.LITERAL) {
            return Json.createObjectBuilder().add("@id", id(term)).build();
        }
        JsonObjectBuilder value = Json.createObjectBuilder().add("@value", term.text());
        if (!term.language().isEmpty()) {
            return value.add("@language", term.language()).build();
        }
        return term.datatype().equals(XSDDatatype.XSDstring.getURI())
                ? value.build()
                : value.add("@type", term.datatype()).build();
    }
}
