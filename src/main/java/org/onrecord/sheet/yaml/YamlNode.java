// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onrecord.source.Position;

/** A node of a YAML document. Immutable. */
public sealed interface YamlNode {
    /** Where it begins. */
    Position position();

    /**
     * A text.
     *
     * @param text its characters, whatever they look like: {@code No} and {@code 08} too
     * @param plain whether it is written without quotation marks, on lines of its key
     */
    record Scalar(Position position, String text, boolean plain) implements YamlNode {}

    /**
     * A list.
     *
     * @param flow whether it is written in brackets
     */
    record Sequence(Position position, List<YamlNode> items, boolean flow) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /**
     * Keys with values, in the order of the file.
     *
     * @param keys the position of each key
     */
    record Mapping(Position position, Map<String, YamlNode> values, Map<String, Position> keys, boolean flow)
            implements YamlNode {
        public Mapping {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            keys = Map.copyOf(keys);
        }

        /** The value of a key. */
        public Optional<YamlNode> value(String key) {
            return Optional.ofNullable(values.get(key));
        }

        /** The position of a key, else of the mapping. */
        public Position position(String key) {
            return keys.getOrDefault(key, position);
        }
    }
}
