// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.form;

import static org.onrecord.vocabulary.JsonText.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.release.form.Context.Name;
import org.onrecord.release.line.Term;
import org.onrecord.release.line.TripleLine;

/** Writes JSON-LD 1.1 with the context of {@code /context.jsonld}, one subject per line. Immutable. */
public final class JsonLdForm {
    private static final String TYPE = "<" + RDF.type.getURI() + ">";

    /** Cached, because {@code Json} looks it up at each call. */
    private final Context context;

    /** Creates a writer with a context. */
    public JsonLdForm(Context context) {
        this.context = context;
    }

    /** Writes the triples of sorted lines. */
    public void write(Iterator<String> lines, Appendable out) throws IOException {
        out.append("{\"@context\":").append(context.whole().toString()).append(",\n\"@graph\":[");
        List<TripleLine> subject = new ArrayList<>();
        String before = "\n";
        while (lines.hasNext()) {
            TripleLine line = TripleLine.of(lines.next());
            if (!subject.isEmpty() && !subject.get(0).subject().equals(line.subject())) {
                out.append(before).append(node(subject));
                before = ",\n";
                subject.clear();
            }
            subject.add(line);
        }
        if (!subject.isEmpty()) {
            out.append(before).append(node(subject));
        }
        out.append("\n]}\n");
    }

    /** Writes a subject from its lines. */
    private String node(List<TripleLine> lines) {
        JsonObjectBuilder node =
                JSON.createObjectBuilder().add("id", id(Term.of(lines.get(0).subject())));
        List<JsonValue> types = lines.stream()
                .filter(line -> line.predicate().equals(TYPE))
                .map(line -> type(line.term()))
                .toList();
        if (!types.isEmpty()) {
            node.add("type", oneOrMore(types));
        }
        Map<String, List<Term>> values = new TreeMap<>();
        lines.stream()
                .filter(line -> !line.predicate().equals(TYPE))
                .forEach(
                        line -> values.computeIfAbsent(Term.of(line.predicate()).text(), key -> new ArrayList<>())
                                .add(line.term()));
        values.forEach((property, terms) -> {
            Name name = context.name(property);
            node.add(name.name(), values(name, terms));
        });
        return node.build().toString();
    }

    private static JsonValue values(Name name, List<Term> terms) {
        if (!name.byLanguage()) {
            return oneOrMore(terms.stream().map(term -> value(name, term)).toList());
        }
        Map<String, List<JsonValue>> byLanguage = new TreeMap<>();
        terms.forEach(term -> byLanguage
                .computeIfAbsent(term.language().isEmpty() ? "@none" : term.language(), key -> new ArrayList<>())
                .add(JSON.createValue(term.text())));
        JsonObjectBuilder map = JSON.createObjectBuilder();
        byLanguage.forEach((language, texts) -> map.add(language, oneOrMore(texts)));
        return map.build();
    }

    private static JsonValue value(Name name, Term term) {
        if (term.kind() != Term.Kind.LITERAL) {
            return name.type().equals("@id")
                    ? JSON.createValue(id(term))
                    : JSON.createObjectBuilder().add("id", id(term)).build();
        }
        boolean string = term.datatype().equals(XSDDatatype.XSDstring.getURI());
        boolean datatypeMatches = name.type().equals(string ? "" : term.datatype())
                && name.language().isEmpty();
        boolean languageMatches = !term.language().isEmpty() && name.language().equals(term.language());
        if (datatypeMatches || languageMatches) {
            return JSON.createValue(term.text());
        }
        JsonObjectBuilder value = JSON.createObjectBuilder().add("@value", term.text());
        if (!term.language().isEmpty()) {
            return value.add("@language", term.language()).build();
        }
        return string ? value.build() : value.add("@type", term.datatype()).build();
    }

    private static JsonValue type(Term term) {
        return JSON.createValue(Shortener.name(term.text()).orElse(id(term)));
    }

    private static String id(Term term) {
        return term.kind() == Term.Kind.BLANK ? "_:" + term.text() : term.text();
    }

    private static JsonValue oneOrMore(List<JsonValue> values) {
        if (values.size() == 1) {
            return values.get(0);
        }
        JsonArrayBuilder array = JSON.createArrayBuilder();
        values.forEach(array::add);
        return array.build();
    }
}
