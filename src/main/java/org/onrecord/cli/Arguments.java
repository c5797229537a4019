// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words after {@code ask}: at most one name, and values for parameters.
 *
 * @param name the name of a question; empty if none was given
 * @param values parameter name to its values, in the order given
 */
record Arguments(Optional<String> name, Map<String, List<String>> values) {

    /**
     * Sorts words.
     *
     * @throws Refusal if a second word is no {@code key=value}
     */
    static Arguments of(List<String> words) {
        Optional<String> name = Optional.empty();
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                values.computeIfAbsent(word.substring(0, equals), key -> new ArrayList<>())
                        .add(word.substring(equals + 1));
            } else if (name.isEmpty()) {
                name = Optional.of(word);
            } else {
                throw new Refusal(
                        ExitCode.USAGE, "'" + word + "' is no value; write key=value, with quotes around blanks");
            }
        }
        return new Arguments(name, values);
    }
}
