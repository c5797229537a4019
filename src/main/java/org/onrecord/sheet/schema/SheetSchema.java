// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.schema;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.onrecord.vocabulary.JsonText;
import org.onrecord.vocabulary.Namespace;
import org.onrecord.vocabulary.Rec;

/**
 * The JSON Schema (2020-12) of sheets. Codes are those of the ontology with their definitions; entities, claims and topics
 * are open. Scalars may be texts, numbers or booleans, as editors read YAML.
 */
public final class SheetSchema {
    /** The name of its file beside sheets. */
    public static final String FILE = "sheet.schema.json";

    /** The sections that a model writes; the program writes the head. */
    public static final Set<String> ANSWER_KEYS =
            Set.of("new", "occasions", "translations", "names", "loaded", "statements");

    /** The keys of a statement that a model does not write. */
    private static final Set<String> REVIEW_KEYS = Set.of("review", "accepted");

    /** The names of definitions of one code or several, with their schemes. */
    private static final Map<String, String> CODES = Map.of(
            "form-code", "form",
            "speaker-reference", "speaker-reference",
            "date-basis", "date-basis",
            "place-level", "place-level",
            "event-kind", "event-kind",
            "review-status", "review-status");

    private static final Map<String, String> LISTS =
            Map.of("speech-acts", "speech-act", "agreement-statuses", "agreement-status");

    private static final String DEFINITIONS = "$defs";
    private static final String PROPERTIES = "properties";

    private SheetSchema() {}

    /**
     * The schema of a sheet.
     *
     * @param known the ontology, with the codes
     */
    public static String of(Graph known) {
        return JsonText.of(schema(known));
    }

    /**
     * The schema of a model's answer: a sheet without head, properties that have no key, and review.
     *
     * @param known the ontology, with the codes
     */
    public static String ofAnswer(Graph known) {
        JsonObject schema = schema(known);
        JsonObject definitions = schema.getJsonObject(DEFINITIONS);
        JsonObject statement = definitions.getJsonObject("statement");
        JsonObject properties = statement.getJsonObject(PROPERTIES);
        JsonObject answered = JsonText.JSON
                .createObjectBuilder(withoutProperties(statement))
                .add(PROPERTIES, without(properties, REVIEW_KEYS))
                .build();
        JsonObject head = schema.getJsonObject(PROPERTIES);
        Set<String> written = new HashSet<>(head.keySet());
        written.removeAll(ANSWER_KEYS);
        return JsonText.of(JsonText.JSON
                .createObjectBuilder(withoutProperties(schema))
                .add(PROPERTIES, without(head, written))
                .add("required", JsonText.JSON.createArrayBuilder().add("statements"))
                .add(
                        DEFINITIONS,
                        JsonText.JSON
                                .createObjectBuilder(definitions)
                                .add("statement", answered)
                                .add("told", withoutProperties(definitions.getJsonObject("told"))))
                .build());
    }

    private static JsonObject withoutProperties(JsonObject type) {
        return without(type, Set.of("patternProperties"));
    }

    private static JsonObject without(JsonObject object, Set<String> keys) {
        JsonObjectBuilder rest = JsonText.JSON.createObjectBuilder(object);
        keys.forEach(rest::remove);
        return rest.build();
    }

    private static JsonObject schema(Graph known) {
        JsonObject template = template();
        JsonObject given = template.getJsonObject(DEFINITIONS);
        JsonObjectBuilder definitions = JsonText.JSON.createObjectBuilder(given);
        new TreeMap<>(CODES).forEach((name, scheme) -> definitions.add(name, code(known, scheme)));
        new TreeMap<>(LISTS).forEach((name, scheme) -> {
            JsonObject one = code(known, scheme);
            definitions.add(scheme, one).add(name, oneOrMore(scheme));
        });
        definitions.add("told", told(given.getJsonObject("told"), known));
        return JsonText.JSON
                .createObjectBuilder(template)
                .add(DEFINITIONS, definitions)
                .build();
    }

    /** A code, with the definition of each. */
    private static JsonObject code(Graph known, String scheme) {
        JsonArrayBuilder codes = JsonText.JSON.createArrayBuilder();
        definitions(known, scheme)
                .forEach((code, definition) -> codes.add(
                        JsonText.JSON.createObjectBuilder().add("const", code).add("description", definition)));
        return JsonText.JSON.createObjectBuilder().add("oneOf", codes).build();
    }

    private static JsonObject oneOrMore(String name) {
        JsonObject one = JsonText.JSON
                .createObjectBuilder()
                .add("$ref", "#/$defs/" + name)
                .build();
        JsonObject list = JsonText.JSON
                .createObjectBuilder()
                .add("type", "array")
                .add("items", one)
                .build();
        return JsonText.JSON
                .createObjectBuilder()
                .add("anyOf", JsonText.JSON.createArrayBuilder().add(one).add(list))
                .build();
    }

    /** What a statement tells: status, provision or one of the roles. */
    private static JsonObject told(JsonObject template, Graph known) {
        Map<String, String> roles = definitions(known, "role");
        JsonObjectBuilder properties = JsonText.JSON.createObjectBuilder(template.getJsonObject(PROPERTIES));
        roles.forEach((role, definition) -> properties.add(
                role,
                JsonText.JSON.createObjectBuilder().add("$ref", "#/$defs/texts").add("description", definition)));
        JsonArrayBuilder one = JsonText.JSON.createArrayBuilder();
        Stream.concat(Stream.of("status", "provides"), roles.keySet().stream())
                .forEach(key -> one.add(JsonText.JSON
                        .createObjectBuilder()
                        .add("required", JsonText.JSON.createArrayBuilder().add(key))));
        return JsonText.JSON
                .createObjectBuilder(template)
                .add(PROPERTIES, properties)
                .add("oneOf", one)
                .build();
    }

    /** The codes of a scheme with their English definitions, sorted. */
    private static Map<String, String> definitions(Graph known, String scheme) {
        String prefix = Namespace.CODES + scheme + "/";
        Map<String, String> codes = new TreeMap<>();
        known.stream(Node.ANY, RDF.Nodes.type, Rec.CODE)
                .map(Triple::getSubject)
                .filter(code -> code.getURI().startsWith(prefix))
                .forEach(code -> codes.put(code.getURI().substring(prefix.length()), definition(known, code)));
        return codes;
    }

    private static String definition(Graph known, Node code) {
        return known.stream(code, SKOS.definition.asNode(), Node.ANY)
                .map(Triple::getObject)
                .filter(text -> text.getLiteralLanguage().equals("en"))
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .findFirst()
                .orElse("");
    }

    private static JsonObject template() {
        try (InputStream in = Objects.requireNonNull(SheetSchema.class.getResourceAsStream(FILE), FILE);
                JsonReader reader = JsonText.JSON.createReader(in)) {
            return reader.readObject();
        } catch (IOException e) {
            throw new IllegalStateException("The program's own file '" + FILE + "' cannot be read", e);
        }
    }
}
