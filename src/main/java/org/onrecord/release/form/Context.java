// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.form;

import static org.onrecord.vocabulary.JsonText.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.onrecord.engine.Change;
import org.onrecord.release.Release;
import org.onrecord.source.Layout;
import org.onrecord.vocabulary.JsonText;
import org.onrecord.vocabulary.Namespace;

/**
 * The JSON-LD context of a graph: each property by local name, with the common type of its values. Ambiguous names keep
 * their prefix. Immutable.
 */
public final class Context {
    private static final Set<String> KEYWORDS = Set.of("id", "type", "graph");

    /** Names that cannot be read as a keyword, a prefixed name or an IRI (JSON-LD 1.1, section 9.15.1). */
    private static final Pattern TERM = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{N}_-]*");

    /** The kinds of values of each property, with their numbers: datatype and language of literals; empty for nodes. */
    private final Map<Node, SortedMap<String, Integer>> values;

    private final SortedMap<String, JsonValue> terms;
    private final Map<String, Name> names;

    private Context(Map<Node, SortedMap<String, Integer>> values) {
        this.values = values;
        this.terms = terms(values);
        this.names = new TreeMap<>();
        terms.forEach((name, term) -> {
            if (term instanceof JsonObject definition) {
                names.put(definition.getString("@id"), new Name(name, definition));
            }
        });
    }

    /**
     * The name of a property and its definition in the context.
     *
     * @param name the property's name
     * @param definition its definition in the context
     */
    record Name(String name, JsonObject definition) {
        /** Whether the values are grouped by language. */
        boolean byLanguage() {
            return definition.containsKey("@container");
        }

        /** The datatype IRI of the values, or {@code @id} if they are nodes; else empty. */
        String type() {
            return definition.getString("@type", "");
        }

        /** The language of the values; else empty. */
        String language() {
            return definition.getString("@language", "");
        }
    }

    /**
     * The name of a property: its local name, prefixed name, or IRI.
     *
     * @throws UnwritableException if it has none
     */
    Name name(String property) {
        Name name = names.get(property);
        return name == null ? new Name(shorten(property), JsonValue.EMPTY_JSON_OBJECT) : name;
    }

    /** A property or class: its prefixed name, or its IRI. */
    static String shorten(String iri) {
        return Layout.DEFAULT.name(iri).orElseGet(() -> whole(iri));
    }

    /**
     * An IRI as it stands.
     *
     * @throws UnwritableException if JSON-LD would take it for a prefixed name
     */
    static String whole(String iri) {
        if (isPrefixed(iri)) {
            throw new UnwritableException(
                    "the IRI '" + iri + "' begins with a prefix of the JSON-LD context and would mean another");
        }
        return iri;
    }

    private static boolean isPrefixed(String iri) {
        int colon = iri.indexOf(':');
        return Namespace.PREFIXES.containsKey(iri.substring(0, Math.max(0, colon))) && !iri.startsWith("//", colon + 1);
    }

    /** The context of a release. */
    public static Context of(Release release) {
        return release.index(
                Context.class,
                indexed -> of(indexed.everything()),
                (before, change) -> Optional.of(before.after(change)));
    }

    /** The context of a graph. */
    public static Context of(Graph graph) {
        return of(graph.find());
    }

    /** The context of triples. */
    public static Context of(Iterator<Triple> triples) {
        Map<Node, SortedMap<String, Integer>> values = new HashMap<>();
        triples.forEachRemaining(triple -> count(values, triple, 1));
        return new Context(values);
    }

    private Context after(Change change) {
        Map<Node, SortedMap<String, Integer>> next = new HashMap<>();
        values.forEach((property, kinds) -> next.put(property, new TreeMap<>(kinds)));
        change.removed().forEach(triple -> count(next, triple, -1));
        change.added().forEach(triple -> count(next, triple, 1));
        next.values().forEach(kinds -> kinds.values().removeIf(number -> number == 0));
        next.values().removeIf(Map::isEmpty);
        return new Context(next);
    }

    private static void count(Map<Node, SortedMap<String, Integer>> values, Triple triple, int times) {
        Node value = triple.getObject();
        String kind = value.isLiteral() ? value.getLiteralDatatypeURI() + "@" + value.getLiteralLanguage() : "";
        values.computeIfAbsent(triple.getPredicate(), property -> new TreeMap<>())
                .merge(kind, times, Integer::sum);
    }

    private static SortedMap<String, JsonValue> terms(Map<Node, SortedMap<String, Integer>> values) {
        Map<String, Long> names =
                values.keySet().stream().collect(Collectors.groupingBy(Context::localName, Collectors.counting()));
        SortedMap<String, JsonValue> terms = new TreeMap<>();
        Namespace.PREFIXES.forEach((prefix, namespace) -> terms.put(prefix, JSON.createValue(namespace)));
        terms.put("id", JSON.createValue("@id"));
        terms.put("type", JSON.createValue("@type"));
        values.forEach((property, kinds) -> {
            String name = localName(property);
            if (names.getOrDefault(name, 0L) == 1
                    && TERM.matcher(name).matches()
                    && !KEYWORDS.contains(name)
                    && !terms.containsKey(name)
                    && !isPrefixed(property.getURI())) {
                terms.put(name, term(property, List.copyOf(kinds.keySet())));
            }
        });
        return terms;
    }

    private static String localName(Node property) {
        String iri = property.getURI();
        return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    }

    private static JsonValue term(Node property, List<String> kinds) {
        JsonObjectBuilder term = JSON.createObjectBuilder().add("@id", property.getURI());
        List<String> languages = kinds.stream()
                .map(kind -> kind.substring(kind.indexOf('@') + 1))
                .toList();
        String datatype = kinds.get(0).substring(0, Math.max(0, kinds.get(0).indexOf('@')));
        if (kinds.size() > 1) {
            return languages.contains("")
                    ? term.build()
                    : term.add("@container", "@language").build();
        }
        if (kinds.get(0).isEmpty()) {
            return term.add("@type", "@id").build();
        }
        if (!languages.get(0).isEmpty()) {
            return term.add("@language", languages.get(0)).build();
        }
        return datatype.endsWith("#string") || isPrefixed(datatype)
                ? term.build()
                : term.add("@type", datatype).build();
    }

    /** The whole context as a JSON-LD document. */
    public String text() {
        return JsonText.of(JSON.createObjectBuilder().add("@context", whole()).build());
    }

    /** The whole context, without the key {@code @context}. */
    JsonObject whole() {
        return context(terms.keySet());
    }

    private JsonObject context(Set<String> names) {
        JsonObjectBuilder context = JSON.createObjectBuilder();
        terms.forEach((name, term) -> {
            if (names.contains(name)) {
                context.add(name, term);
            }
        });
        return context.build();
    }

    /** The part of the context that a graph needs, without the key {@code @context}. */
    JsonObject used(Graph graph) {
        Set<String> used = new TreeSet<>(Set.of("id", "type"));
        graph.find().forEachRemaining(triple -> used.add(localName(triple.getPredicate())));
        List<String> iris = graph.stream()
                .flatMap(triple -> Stream.of(triple.getPredicate(), triple.getObject()))
                .map(node -> node.isURI() ? node.getURI() : node.isLiteral() ? node.getLiteralDatatypeURI() : "")
                .distinct()
                .toList();
        Namespace.PREFIXES.forEach((prefix, namespace) -> {
            if (iris.stream().anyMatch(iri -> iri.startsWith(namespace))) {
                used.add(prefix);
            }
        });
        return context(used);
    }
}
