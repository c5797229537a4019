// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.onrecord.release.SparqlReader;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.Position;
import org.onrecord.vocabulary.BaseIri;

/** Parses an {@code .rq} file and checks its {@code #+} header against its query. */
final class QuestionReader {
    private static final Pattern HEADER = Pattern.compile("#\\+\\s*([a-z]+)\\s*:\\s*(.*?)\\s*");
    private static final Pattern PARAMETER =
            Pattern.compile("([a-z][A-Za-z0-9]*)\\s+(entity|actor|code|date|integer|text)(?:\\(([a-z][a-z-]*)\\))?"
                    + "(\\s+optional)?\\s+\"([^\"]+)\"");
    private static final Pattern ARGUMENT = Pattern.compile("\\G([A-Za-z0-9]+)=(?:\"([^\"]*)\"|([^\\s\"]+))(?:\\s+|$)");
    private static final Set<String> RESERVED = Set.of("limit", "offset");
    private static final Position START = new Position(1, 1);

    private final String file;
    private final String text;
    private final BaseIri base;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<Parameter, Position> parameters = new LinkedHashMap<>();
    private final Map<Question.Example, Position> examples = new LinkedHashMap<>();

    QuestionReader(String file, String text, BaseIri base) {
        this.file = file;
        this.text = text;
        this.base = base;
    }

    Question read() {
        readHeader();
        Query query = SparqlReader.parse(file, text, base);
        checkExamples();
        checkBlocks(ValuesBlocks.in(query));
        if (query.hasValues()) {
            throw broken(START, "VALUES after the query is not supported; move it into WHERE { ... }");
        }
        if (query.isSelectType() && !query.hasOrderBy()) {
            throw broken(START, "The query has no ORDER BY; add one that gives a total order");
        }
        String last = file.substring(file.lastIndexOf('/') + 1);
        var about = new Question.About(
                value("title"),
                value("description"),
                headers.containsKey("service"),
                headers.getOrDefault("task", "other"),
                new Question.Help(
                        list("words"),
                        headers.getOrDefault("rules", ""),
                        headers.getOrDefault("empty", ""),
                        list("see")));
        return new Question(
                last.endsWith(".rq") ? last.substring(0, last.length() - 3) : last,
                about,
                List.copyOf(parameters.keySet()),
                List.copyOf(examples.keySet()),
                query,
                text);
    }

    private void readHeader() {
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            if (line.startsWith("#+")) {
                readLine(line, new Position(number, 1));
            }
        }
        value("title");
        value("description");
    }

    private void readLine(String line, Position place) {
        Matcher header = HEADER.matcher(line);
        if (!header.matches()) {
            throw broken(place, "Invalid header line '" + line + "': use '#+ name: value'");
        }
        String value = header.group(2);
        switch (header.group(1)) {
            case "param" -> readParameter(value, place);
            case "example" -> readExample(value, place);
            case "title", "description", "rules", "words", "empty", "see" -> readValue(header.group(1), value, place);
            case "service" -> {
                if (!value.equals("required")) {
                    throw broken(place, "Invalid service '" + value + "': use '#+ service: required' or omit it");
                }
                readValue("service", value, place);
            }
            case "task" -> {
                if (!Question.About.TASKS.contains(value)) {
                    throw broken(
                            place,
                            "Unknown task '" + value + "': use one of " + String.join(", ", Question.About.TASKS));
                }
                readValue("task", value, place);
            }
            default ->
                throw broken(
                        place,
                        "Unknown header '" + header.group(1)
                                + "': use title, description, rules, words, empty, see, task, param, example or service");
        }
    }

    private void readValue(String name, String value, Position place) {
        if (value.isEmpty() || headers.put(name, value) != null) {
            throw broken(place, "'" + name + "' is empty or duplicate; write it once");
        }
    }

    private void readParameter(String value, Position place) {
        Matcher match = PARAMETER.matcher(value);
        if (!match.matches() || match.group(2).equals("code") != (match.group(3) != null)) {
            throw broken(
                    place,
                    "Invalid parameter '" + value + "': use NAME TYPE \"LABEL\" or NAME TYPE optional \"LABEL\", "
                            + "where TYPE is entity, actor, code(SCHEME), date, integer or text");
        }
        String name = match.group(1);
        if (RESERVED.contains(name)
                || parameters.keySet().stream().anyMatch(known -> known.name().equals(name))) {
            throw broken(place, "The parameter '" + name + "' is duplicate or reserved; rename it");
        }
        var type = Parameter.Type.valueOf(match.group(2).toUpperCase(Locale.ROOT));
        parameters.put(
                new Parameter(name, type, Optional.ofNullable(match.group(3)), match.group(4) != null, match.group(5)),
                place);
    }

    private void readExample(String value, Position place) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Matcher match = ARGUMENT.matcher(value);
        int end = 0;
        while (match.find()) {
            values.computeIfAbsent(match.group(1), name -> new ArrayList<>())
                    .add(match.group(2) == null ? match.group(3) : match.group(2));
            end = match.end();
        }
        if (end < value.length() || examples.put(new Question.Example(values), place) != null) {
            throw broken(place, "Invalid or duplicate example '" + value + "': use name=value name=\"two words\"");
        }
    }

    private void checkExamples() {
        Set<String> names = parameters.keySet().stream().map(Parameter::name).collect(Collectors.toSet());
        if (examples.isEmpty() && !names.isEmpty()) {
            throw broken(START, "The header has no example; add a line '#+ example: name=value'");
        }
        examples.forEach((example, place) -> {
            for (String name : example.values().keySet()) {
                if (!names.contains(name) && !RESERVED.contains(name)) {
                    throw broken(place, "Unknown parameter '" + name + "'" + suggestion(name, names));
                }
            }
            for (Parameter parameter : parameters.keySet()) {
                if (!parameter.optional() && !example.values().containsKey(parameter.name())) {
                    throw broken(
                            place, "The example has no value for the required parameter '" + parameter.name() + "'");
                }
            }
        });
    }

    private static String suggestion(String name, Set<String> names) {
        List<String> near = Similarity.nearest(name, names);
        return near.isEmpty() ? "" : "; did you mean '" + near.get(0) + "'?";
    }

    /** Each parameter must have one VALUES block with the values of the first example. */
    private void checkBlocks(Map<String, List<List<Optional<Node>>>> blocks) {
        parameters.forEach((parameter, place) -> {
            List<List<Optional<Node>>> found = blocks.getOrDefault(parameter.name(), List.of());
            if (found.size() != 1) {
                throw broken(
                        place,
                        "The parameter '" + parameter.name() + "' has " + found.size()
                                + " single-variable VALUES blocks; write one: VALUES ?" + parameter.name()
                                + " { ... }");
            }
            List<Optional<Node>> expected = firstExample(parameter);
            if (!found.get(0).equals(expected)) {
                throw broken(
                        place,
                        "VALUES ?" + parameter.name() + " has " + format(found.get(0))
                                + ", but the first example has " + format(expected)
                                + "; make them equal (UNDEF for an omitted value, kind/slug for an entity)");
            }
        });
    }

    private List<Optional<Node>> firstExample(Parameter parameter) {
        Question.Example first = examples.keySet().iterator().next();
        List<String> values = first.values().getOrDefault(parameter.name(), List.of());
        return values.isEmpty()
                ? List.of(Optional.empty())
                : values.stream().map(value -> parameter.term(value, base)).toList();
    }

    private static String format(List<Optional<Node>> row) {
        return row.stream()
                .map(node -> node.map(Node::toString).orElse("UNDEF"))
                .collect(Collectors.joining(" "));
    }

    /** The parts of a header that commas separate. */
    private List<String> list(String name) {
        return Stream.of(headers.getOrDefault(name, "").split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private String value(String name) {
        String value = headers.get(name);
        if (value == null) {
            throw broken(START, "The header has no " + name + "; add a line '#+ " + name + ": ...'");
        }
        return value;
    }

    private BrokenFileException broken(Position place, String problem) {
        return new BrokenFileException(file, place, problem);
    }
}
