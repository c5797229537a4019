// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.onrecord.http.Parameters;
import org.onrecord.http.Problem;
import org.onrecord.http.ProblemException;
import org.onrecord.http.ProblemType;
import org.onrecord.query.BindResult;
import org.onrecord.query.Binder;
import org.onrecord.query.Parameter;
import org.onrecord.query.Question;
import org.onrecord.site.kind.Filter;
import org.onrecord.vocabulary.Kind;

/** Reads and checks question parameters of a request. */
final class ParameterValues {
    private static final int MAX_VALUES = 50;
    private static final int MAX_VALUE_LENGTH = 500;

    private ParameterValues() {}

    /**
     * The non-blank values, without the parameters {@code others}. HTML forms send blank values for empty fields.
     *
     * @throws ProblemException if there are too many values or a value is too long, because matching takes time for
     * each
     */
    static Map<String, List<String>> of(Parameters parameters, Set<String> others) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        checkLimits(parameters);
        parameters.values().forEach((name, given) -> {
            List<String> some = given.stream().filter(value -> !value.isBlank()).toList();
            if (!some.isEmpty() && !others.contains(name)) {
                values.put(name, some);
            }
        });
        return values;
    }

    private static void checkLimits(Parameters parameters) {
        int values = parameters.values().values().stream().mapToInt(List::size).sum();
        if (values > MAX_VALUES) {
            throw wrong("Too many values: %,d; use at most %d.".formatted(values, MAX_VALUES));
        }
        parameters.values().forEach((name, given) -> {
            if (given.size() > 1 && name.matches("not[A-Z].*")) {
                throw wrong("Several values of '%s': use one, because several values of a parameter are alternatives."
                        .formatted(name.length() > 50 ? name.substring(0, 50) : name));
            }
            int longest = given.stream().mapToInt(String::length).max().orElse(0);
            if (longest > MAX_VALUE_LENGTH) {
                throw wrong("Value of '%s' is too long: %,d characters; use at most %d."
                        .formatted(name.length() > 50 ? name.substring(0, 50) : name, longest, MAX_VALUE_LENGTH));
            }
        });
    }

    private static ProblemException wrong(String detail) {
        return new ProblemException(ProblemType.WRONG_VALUE, detail);
    }

    /**
     * Binds the values to the question.
     *
     * @throws ProblemException if a value is invalid
     */
    static BindResult.Bound bound(Binder binder, Question question, Map<String, List<String>> values) {
        BindResult result = binder.bind(question, values);
        if (result instanceof BindResult.Bound bound) {
            return bound;
        }
        List<BindResult.Problem> problems = ((BindResult.Refused) result).problems();
        String detail = problems.stream().map(BindResult.Problem::message).collect(Collectors.joining(". "));
        Map<String, String> near = new LinkedHashMap<>();
        for (BindResult.Problem problem : problems) {
            problem.candidates()
                    .forEach(candidate ->
                            near.put(instead(question, values, problem.parameter(), candidate), candidate.described()));
        }
        throw new ProblemException(
                Problem.of(ProblemType.WRONG_VALUE, detail + ".").near(near));
    }

    /** The address with a candidate in place of the value; its page, if an actor is wanted and it is none. */
    private static String instead(
            Question question, Map<String, List<String>> values, String parameter, BindResult.Candidate candidate) {
        boolean actor = question.parameters().stream()
                .anyMatch(known -> known.name().equals(parameter) && known.type() == Parameter.Type.ACTOR);
        if (actor && !Kind.ACTORS.contains(candidate.kind())) {
            return "/doc/" + candidate.slug();
        }
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.put(parameter, List.of(candidate.slug()));
        String path = question.name().equals("statements") ? "/statements" : "/queries/" + question.name();
        return Filter.href(path, changed);
    }
}
