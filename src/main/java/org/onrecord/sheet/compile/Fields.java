// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.compile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.onrecord.sheet.yaml.YamlNode;
import org.onrecord.sheet.yaml.YamlNode.Mapping;
import org.onrecord.sheet.yaml.YamlNode.Scalar;
import org.onrecord.sheet.yaml.YamlNode.Sequence;
import org.onrecord.source.Position;
import org.onrecord.vocabulary.EditDistance;

/**
 * The keys of a mapping in a sheet. Values of the wrong form are reported, and then as good as absent.
 *
 * @param mapping the keys and values
 * @param problems receives what is wrong
 */
record Fields(Mapping mapping, Problems problems) {
    private static final int MAX_DISTANCE = 3;

    private static final Map<XSDDatatype, String> EXAMPLES = Map.of(
            XSDDatatype.XSDdate, "2023-10-04",
            XSDDatatype.XSDdateTime, "2023-10-04T09:00:00Z",
            XSDDatatype.XSDanyURI, "an address, https://...");

    /** Reports keys that are not allowed, except properties such as {@code rec:note}. */
    void allow(Set<String> keys) {
        mapping.values().keySet().stream()
                .filter(key -> !keys.contains(key) && !isProperty(key))
                .forEach(key ->
                        problems.error(mapping.position(key), "Unknown key '" + key + "'; " + remedy(key, keys)));
    }

    private static String remedy(String key, Collection<String> keys) {
        return keys.stream()
                .filter(known -> EditDistance.between(key, known, MAX_DISTANCE) <= MAX_DISTANCE)
                .min(Comparator.comparing(known -> EditDistance.between(key, known, MAX_DISTANCE)))
                .map(known -> "did you mean '" + known + "'?")
                .orElse("use one of " + String.join(", ", keys.stream().sorted().toList()));
    }

    /** The keys that are properties: {@code prefix:name}. */
    List<String> properties() {
        return mapping.values().keySet().stream().filter(Fields::isProperty).toList();
    }

    private static boolean isProperty(String key) {
        return key.indexOf(':') > 0;
    }

    /** Whether a key is present. */
    boolean has(String key) {
        return mapping.value(key).isPresent();
    }

    /** The position of a key, else of the mapping. */
    Position position(String key) {
        return mapping.position(key);
    }

    /** The one text of a key. */
    Optional<Scalar> scalar(String key) {
        List<Scalar> all = scalars(key);
        if (all.size() > 1) {
            problems.error(all.get(1).position(), "The key '" + key + "' has several values; give one");
        }
        return all.stream().findFirst();
    }

    /** The text of a key. */
    Optional<String> text(String key) {
        return scalar(key).map(Scalar::text);
    }

    /** The literal of a key, which is of a datatype. */
    Optional<Node> literal(String key, XSDDatatype type) {
        return scalar(key).flatMap(value -> literal(key, value.text(), type));
    }

    /** A literal that a part of the value of a key gives. */
    Optional<Node> literal(String key, String text, XSDDatatype type) {
        if (type.isValid(text)) {
            return Optional.of(NodeFactory.createLiteralDT(text, type));
        }
        problems.error(
                position(key),
                "Invalid value '" + text + "' of '" + key + "'; write " + EXAMPLES.getOrDefault(type, type.getURI()));
        return Optional.empty();
    }

    /** The texts of a key: one, or a list. */
    List<Scalar> scalars(String key) {
        List<Scalar> texts = new ArrayList<>();
        for (YamlNode item : items(key)) {
            if (item instanceof Scalar scalar && !scalar.text().isBlank()) {
                texts.add(scalar);
            } else {
                problems.error(
                        item.position(),
                        item instanceof Scalar
                                ? "The key '" + key + "' has an empty value; give one, or remove the key"
                                : "The value of '" + key + "' is a text or a list of texts; quote it if it has ': '");
            }
        }
        return texts;
    }

    /** The mappings of a key: one, or a list. */
    List<Fields> mappings(String key) {
        List<Fields> fields = new ArrayList<>();
        for (YamlNode item : items(key)) {
            if (item instanceof Mapping found) {
                fields.add(new Fields(found, problems));
            } else {
                problems.error(item.position(), "The value of '" + key + "' has keys of its own, such as 'words: ...'");
            }
        }
        return fields;
    }

    /** The one mapping of a key; an empty one if it is absent. */
    Fields fields(String key) {
        return mappings(key).stream()
                .findFirst()
                .orElse(new Fields(new Mapping(position(key), Map.of(), Map.of(), false), problems));
    }

    /** The nodes of a key: those of a list, or the one. */
    List<YamlNode> items(String key) {
        return mapping.value(key)
                .map(value -> value instanceof Sequence list ? list.items() : List.of(value))
                .orElse(List.of());
    }
}
