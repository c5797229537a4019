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
import org.onrecord.query.Question;

/** What a request gives to a question. */
final class ParameterValues {
    private static final int MOST_VALUES = 50;
    private static final int LONGEST_VALUE = 500;

    private ParameterValues() {}

    /**
     * The values that are not empty, without parameters that are no question's: a form sends empty ones.
     *
     * @throws ProblemException if they are more or longer than anybody types: to look for what is meant takes time for each
     */
    static Map<String, List<String>> of(Parameters parameters, Set<String> others) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        bound(parameters);
        parameters.values().forEach((name, given) -> {
            List<String> some = given.stream().filter(value -> !value.isBlank()).toList();
            if (!some.isEmpty() && !others.contains(name)) {
                values.put(name, some);
            }
        });
        return values;
    }

    private static void bound(Parameters parameters) {
        int values = parameters.values().values().stream().mapToInt(List::size).sum();
        if (values > MOST_VALUES) {
            throw wrong("There are %,d values; at most %d are read. Give fewer.".formatted(values, MOST_VALUES));
        }
        parameters.values().forEach((name, given) -> {
            int longest = given.stream().mapToInt(String::length).max().orElse(0);
            if (longest > LONGEST_VALUE) {
                throw wrong("A value of '%s' has %,d characters; at most %d are read. Give a shorter one."
                        .formatted(name.length() > 50 ? name.substring(0, 50) : name, longest, LONGEST_VALUE));
            }
        });
    }

    private static ProblemException wrong(String detail) {
        return new ProblemException(Problem.of(ProblemType.WRONG_VALUE, detail));
    }

    /**
     * The question with the values in it.
     *
     * @throws ProblemException if they do not fit
     */
    static BindResult.Bound bound(Binder binder, Question question, Map<String, List<String>> values) {
        BindResult result = binder.bind(question, values);
        if (result instanceof BindResult.Bound bound) {
            return bound;
        }
        String problems = ((BindResult.Refused) result)
                .problems().stream().map(BindResult.Problem::message).collect(Collectors.joining(". "));
        throw wrong(problems + ".");
    }
}
