// SPDX-License-Identifier: Apache-2.0
package org.onrecord.web.sparql;

import java.util.Optional;
import org.onrecord.web.problem.Problem;

/**
 * How deeply the brackets of a query are nested, found without parsing it: Jena's parser calls itself for each, until its
 * stack ends.
 */
final class Nesting {
    private static final int DEEPEST = 200;

    private Nesting() {}

    /** The first place that is nested too deeply. */
    static Optional<Problem.Place> tooDeep(String query) {
        int depth = 0;
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            if (c == '\n') {
                line++;
                lineStart = i + 1;
            } else if (c == '{' || c == '(' || c == '[' || c == '!' && follows(query, i, '!')) {
                depth++;
            } else if (c == '}' || c == ')' || c == ']') {
                depth = Math.max(0, depth - 1);
            }
            if (depth > DEEPEST) {
                return Optional.of(new Problem.Place(line, i - lineStart + 1));
            }
        }
        return Optional.empty();
    }

    private static boolean follows(String query, int at, char c) {
        return at + 1 < query.length() && query.charAt(at + 1) == c;
    }
}
