// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.Query;
import org.onrecord.release.SparqlReader;
import org.onrecord.source.SourceFile;

/**
 * A question of the catalogue: one {@code .rq} file, read and checked. Immutable, but for {@code query}, which nobody may
 * change: binding makes a copy.
 *
 * @param name the file's name without ending: what the question is called in the command line and in addresses
 * @param about what people read
 * @param parameters in the order of the header
 * @param examples values for the parameters; the first is what the file asks as it stands
 * @param query the parsed query as the file stands
 * @param source the text of the file
 */
public record Question(
        String name, About about, List<Parameter> parameters, List<Example> examples, Query query, String source) {
    public Question {
        parameters = List.copyOf(parameters);
        examples = List.copyOf(examples);
    }

    /**
     * Reads a question from a file.
     *
     * @throws org.onrecord.source.BrokenFileException if its header or query is not what a question needs
     * @throws org.onrecord.source.UnreadableFileException if it cannot be read
     */
    public static Question read(SourceFile file) {
        return new QuestionReader(file).read();
    }

    /**
     * Parses a query without a header; {@code name} is what messages call its text.
     *
     * @throws org.onrecord.source.BrokenFileException with line and column, if it is not SPARQL 1.1
     */
    public static Query parse(String name, String text) {
        return SparqlReader.parse(name, text);
    }

    /**
     * What a question says of itself to people.
     *
     * @param title a line
     * @param description a sentence or two
     * @param service whether it needs another endpoint, and so runs only where that is allowed
     */
    public record About(String title, String description, boolean service) {}

    /**
     * Values for the parameters of a question.
     *
     * @param values parameter name to its values, in the order written; each has at least one
     */
    public record Example(Map<String, List<String>> values) {
        public Example {
            Map<String, List<String>> copy = new LinkedHashMap<>();
            values.forEach((name, list) -> copy.put(name, List.copyOf(list)));
            values = Collections.unmodifiableMap(copy);
        }

        /** The example as arguments of a command line: {@code about=corridor/zangezur}, with quotes where needed. */
        @Override
        public String toString() {
            List<String> words = new ArrayList<>();
            values.forEach((name, list) -> list.forEach(value -> words.add(name + "=" + quoted(value))));
            return String.join(" ", words);
        }

        private static String quoted(String value) {
            return value.matches("[\\p{L}\\p{N}/:._#<>-]+") ? value : '"' + value + '"';
        }
    }
}
