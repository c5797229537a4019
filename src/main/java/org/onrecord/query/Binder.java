// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.onrecord.query.BindResult.Candidate;
import org.onrecord.query.BindResult.Problem;
import org.onrecord.query.BindResult.Reading;

/**
 * Binds parameters: converts values by type, resolves names, and inserts the terms into a copy of the query. Immutable
 * and thread-safe.
 */
public final class Binder {
    private static final String LIMIT = "limit";
    private static final String OFFSET = "offset";

    private final Names names;

    /** Creates a binder for the names of a graph. */
    public Binder(Names names) {
        this.names = names;
    }

    /**
     * Binds a question.
     *
     * @param question the question
     * @param values parameter name to values; {@code limit} and {@code offset} are always allowed
     * @return the query, or all problems
     */
    public BindResult bind(Question question, Map<String, List<String>> values) {
        List<Problem> problems = new ArrayList<>();
        List<Reading> readings = new ArrayList<>();
        rejectUnknown(question, values, problems);
        Map<String, List<Node>> terms = new LinkedHashMap<>();
        for (Parameter parameter : question.parameters()) {
            List<String> given = values.getOrDefault(parameter.name(), List.of());
            if (given.isEmpty() && !parameter.optional()) {
                problems.add(new Problem(
                        parameter.name(),
                        "'" + parameter.name() + "' (" + parameter.label() + ", " + parameter.typeName()
                                + ") is missing; use " + parameter.name() + "=VALUE"));
            }
            terms.put(
                    parameter.name(),
                    given.stream()
                            .flatMap(value -> term(parameter, value, problems, readings))
                            .toList());
        }
        Query query = ValuesBlocks.fill(question.query(), terms);
        slice(query, values, problems);
        terms.values().removeIf(List::isEmpty);
        return problems.isEmpty() ? new BindResult.Bound(query, terms, readings) : new BindResult.Refused(problems);
    }

    /** Applies {@code limit} and {@code offset}, the only allowed parameters, to a query without a header. */
    public static BindResult slice(Query query, Map<String, List<String>> values) {
        List<Problem> problems = new ArrayList<>();
        values.keySet().stream()
                .filter(name -> !name.equals(LIMIT) && !name.equals(OFFSET))
                .forEach(name -> problems.add(new Problem(
                        name,
                        "'" + name + "' is not a parameter: a query without a '#+ param' header supports only limit"
                                + " and offset")));
        Query copy = query.cloneQuery();
        slice(copy, values, problems);
        return problems.isEmpty() ? new BindResult.Bound(copy, Map.of(), List.of()) : new BindResult.Refused(problems);
    }

    private static void rejectUnknown(Question question, Map<String, List<String>> values, List<Problem> problems) {
        List<String> known = Stream.concat(
                        question.parameters().stream().map(Parameter::name), Stream.of(LIMIT, OFFSET))
                .toList();
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                List<String> near = Similarity.nearest(name, known);
                problems.add(new Problem(
                        name,
                        "'" + question.name() + "' has no parameter '" + name + "'"
                                + (near.isEmpty() ? "" : "; similar: '" + near.get(0) + "'")
                                + "; it has " + String.join(", ", known)));
            }
        }
    }

    /** The term for a value, or an empty stream and a new problem. */
    private Stream<Node> term(Parameter parameter, String value, List<Problem> problems, List<Reading> readings) {
        return switch (parameter.type()) {
            case ENTITY, ACTOR -> entity(parameter, value, problems, readings);
            case CODE -> code(parameter, value, problems);
            case DATE -> literal(parameter, value, "an existing date, such as 2023-10-05", problems);
            case INTEGER -> literal(parameter, value, "an integer, such as 2", problems);
            case TEXT -> parameter.term(value, names.base()).stream();
        };
    }

    private Stream<Node> literal(Parameter parameter, String value, String wanted, List<Problem> problems) {
        Optional<Node> term = parameter.term(value, names.base());
        if (term.isEmpty()) {
            problems.add(new Problem(
                    parameter.name(), "Invalid " + parameter.typeName() + " '" + value + "': use " + wanted));
        }
        return term.stream();
    }

    private Stream<Node> entity(Parameter parameter, String value, List<Problem> problems, List<Reading> readings) {
        List<Candidate> named = names.named(value, parameter.type() == Parameter.Type.ACTOR);
        Optional<Node> written = parameter.term(value, names.base());
        boolean narrators =
                named.stream().allMatch(candidate -> candidate.kind().equals("narrator"));
        if (named.size() == 1 || narrators && !named.isEmpty()) {
            // The narrators of several articles of one publisher have one name: all of them are meant.
            named.stream()
                    .filter(meant -> !meant.reason().isEmpty())
                    .forEach(meant -> readings.add(new Reading(value, meant)));
            return named.stream().map(candidate -> names.thing(candidate.slug()));
        }
        if (named.size() > 1) {
            problems.add(new Problem(parameter.name(), ambiguous(value, named), named));
        } else if (parameter.type() == Parameter.Type.ACTOR
                && !names.things(value).isEmpty()) {
            problems.add(new Problem(parameter.name(), notAnActor(value), names.candidates(names.things(value))));
        } else if (written.isEmpty()) {
            boolean actor = parameter.type() == Parameter.Type.ACTOR;
            problems.add(unknownName(parameter, value, names.similar(value, actor)));
        } else if (!names.contains(written.get())) {
            String slug = names.base().slug(written.get().getURI()).orElse(value);
            problems.add(unknown(parameter, "Unknown entity '" + value + "'", names.similarSlugs(slug)));
        } else {
            return written.stream();
        }
        return Stream.empty();
    }

    private static String ambiguous(String value, List<Candidate> named) {
        return "'" + value + "' is ambiguous: use one of "
                + named.stream()
                        .map(meant -> meant.slug() + (meant.reason().isEmpty() ? "" : " (" + meant.reason() + ")"))
                        .collect(Collectors.joining(", "));
    }

    private String notAnActor(String value) {
        return "'" + value + "' is the name of "
                + names.candidates(names.things(value)).stream()
                        .map(Candidate::slug)
                        .collect(Collectors.joining(", "))
                + ", which is not an actor: nobody is called so. Use a person, state, organization or group";
    }

    private static Problem unknownName(Parameter parameter, String value, List<Candidate> near) {
        List<String> shown = near.stream()
                .map(meant -> "'" + meant.label() + "' (" + meant.slug() + ")")
                .toList();
        Problem unknown = unknown(parameter, "Unknown name '" + value + "'", shown);
        return new Problem(unknown.parameter(), unknown.message(), near);
    }

    private static Problem unknown(Parameter parameter, String message, List<String> near) {
        String help = near.isEmpty()
                ? ": use kind/slug, an IRI, or a name in any language"
                : "; similar: " + String.join(", ", near);
        return new Problem(parameter.name(), message + help);
    }

    private Stream<Node> code(Parameter parameter, String value, List<Problem> problems) {
        Map<String, Node> codes = names.codes(parameter.scheme().orElseThrow());
        Optional<Node> code = parameter
                .term(value, names.base())
                .filter(codes::containsValue)
                .or(() -> names.code(parameter.scheme().orElseThrow(), value));
        if (code.isEmpty()) {
            List<String> near = Similarity.nearest(value, codes.keySet());
            problems.add(new Problem(
                    parameter.name(),
                    "Invalid " + parameter.typeName() + " '" + value + "'"
                            + (near.isEmpty() ? "" : "; similar: " + String.join(", ", near)) + "; use one of "
                            + String.join(", ", codes.keySet())));
        }
        return code.stream();
    }

    /** Applies limit and offset within those of the query itself. */
    private static void slice(Query query, Map<String, List<String>> values, List<Problem> problems) {
        long skipped = number(OFFSET, values, problems).orElse(0L);
        if (skipped > 0) {
            query.setOffset((query.hasOffset() ? query.getOffset() : 0) + skipped);
            if (query.hasLimit()) {
                query.setLimit(Math.max(0, query.getLimit() - skipped));
            }
        }
        number(LIMIT, values, problems)
                .ifPresent(limit -> query.setLimit(query.hasLimit() ? Math.min(limit, query.getLimit()) : limit));
    }

    private static Optional<Long> number(String name, Map<String, List<String>> values, List<Problem> problems) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (given.size() > 1 || !given.get(0).matches("[0-9]{1,12}")) {
            String text = String.join("', '", given);
            problems.add(new Problem(name, "Invalid " + name + " '" + text + "': use one integer from 0"));
            return Optional.empty();
        }
        return Optional.of(Long.valueOf(given.get(0)));
    }
}
