// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.form;

import static org.onrecord.vocabulary.JsonText.JSON;

import com.apicatalog.jsonld.lang.LanguageTag;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.atlas.iterator.PeekIterator;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.release.CanonicalLines;
import org.onrecord.release.form.Context.Name;
import org.onrecord.release.line.TripleLine;
import org.onrecord.vocabulary.JsonText;

/** Writes JSON-LD 1.1 with the context of {@code /context.jsonld}. Immutable. */
public final class JsonLdForm {
    private final Context context;

    /** Creates a writer with a context. */
    public JsonLdForm(Context context) {
        this.context = context;
    }

    /**
     * Writes sorted triples with the whole context, one subject per line.
     *
     * @throws UnwritableException if an IRI would be read as a prefixed name
     */
    public void write(Iterator<Triple> triples, Appendable out) throws IOException {
        out.append("{\"@context\":").append(context.whole().toString()).append(",\n\"@graph\":[");
        PeekIterator<Triple> rest = PeekIterator.create(triples);
        String before = "\n";
        while (rest.hasNext()) {
            out.append(before).append(node(subject(rest)).toString());
            before = ",\n";
        }
        out.append("\n]}\n");
    }

    /**
     * A graph with the used part of the context, indented, starting with the thing {@code first} and its parts.
     *
     * @throws UnwritableException if an IRI would be read as a prefixed name
     */
    public String text(Graph graph, String first) {
        PeekIterator<Triple> rest =
                PeekIterator.create(TripleLine.triples(CanonicalLines.of(graph).iterator()));
        List<JsonObject> nodes = new ArrayList<>();
        while (rest.hasNext()) {
            nodes.add(node(subject(rest)));
        }
        nodes.sort(Comparator.comparing(node -> rank(node.getString("id"), first)));
        JsonArrayBuilder array = JSON.createArrayBuilder();
        nodes.forEach(array::add);
        return JsonText.of(JSON.createObjectBuilder()
                .add("@context", context.used(graph))
                .add("@graph", array)
                .build());
    }

    private static int rank(String id, String first) {
        return id.equals(first) ? 0 : id.startsWith(first + "#") ? 1 : 2;
    }

    /** Reads the triples of the next subject. */
    private static List<Triple> subject(PeekIterator<Triple> rest) {
        List<Triple> triples = new ArrayList<>(List.of(rest.next()));
        while (rest.hasNext() && rest.peek().getSubject().equals(triples.get(0).getSubject())) {
            triples.add(rest.next());
        }
        return triples;
    }

    private JsonObject node(List<Triple> triples) {
        JsonObjectBuilder node =
                JSON.createObjectBuilder().add("id", id(triples.get(0).getSubject()));
        List<JsonValue> types = new ArrayList<>();
        Map<String, List<Node>> values = new TreeMap<>();
        triples.forEach(triple -> {
            Node object = triple.getObject();
            if (triple.getPredicate().equals(RDF.Nodes.type) && !object.isLiteral()) {
                types.add(JSON.createValue(object.isBlank() ? id(object) : Context.shorten(object.getURI())));
            } else {
                values.computeIfAbsent(triple.getPredicate().getURI(), key -> new ArrayList<>())
                        .add(object);
            }
        });
        if (!types.isEmpty()) {
            node.add("type", oneOrMore(types));
        }
        values.forEach((property, objects) -> {
            Name name = context.name(property);
            node.add(name.name(), values(name, objects));
        });
        return node.build();
    }

    private static JsonValue values(Name name, List<Node> objects) {
        if (!name.byLanguage()) {
            return oneOrMore(objects.stream().map(object -> value(name, object)).toList());
        }
        Map<String, List<JsonValue>> byLanguage = new TreeMap<>();
        objects.forEach(object -> byLanguage
                .computeIfAbsent(
                        object.getLiteralLanguage().isEmpty() ? "@none" : language(object), key -> new ArrayList<>())
                .add(JSON.createValue(object.getLiteralLexicalForm())));
        JsonObjectBuilder map = JSON.createObjectBuilder();
        byLanguage.forEach((language, texts) -> map.add(language, oneOrMore(texts)));
        return map.build();
    }

    private static JsonValue value(Name name, Node object) {
        if (!object.isLiteral()) {
            return name.type().equals("@id")
                    ? JSON.createValue(id(object))
                    : JSON.createObjectBuilder().add("id", id(object)).build();
        }
        String text = object.getLiteralLexicalForm();
        String language = language(object);
        boolean string = object.getLiteralDatatype().equals(XSDDatatype.XSDstring);
        boolean datatypeMatches = name.type().equals(string ? "" : object.getLiteralDatatypeURI())
                && name.language().isEmpty();
        boolean languageMatches = !language.isEmpty() && name.language().equals(language);
        if (datatypeMatches || languageMatches) {
            return JSON.createValue(text);
        }
        JsonObjectBuilder value = JSON.createObjectBuilder().add("@value", text);
        if (!language.isEmpty()) {
            return value.add("@language", language).build();
        }
        return string
                ? value.build()
                : value.add("@type", Context.whole(object.getLiteralDatatypeURI()))
                        .build();
    }

    /** The language tag; readers skip a value with one that their grammar does not have, such as {@code i-klingon}. */
    private static String language(Node literal) {
        String tag = literal.getLiteralLanguage();
        if (!tag.isEmpty() && !LanguageTag.isWellFormed(tag)) {
            throw new UnwritableException("readers of JSON-LD skip values with the language tag '" + tag + "'");
        }
        return tag;
    }

    private static String id(Node node) {
        return node.isBlank() ? "_:" + node.getBlankNodeLabel() : Context.whole(node.getURI());
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
