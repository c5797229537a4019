// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;

/** What came of giving values to a question: a query to run, or everything that is wrong with the values. */
public sealed interface BindResult {
    /**
     * A query that is ready to run.
     *
     * @param query a copy of the question's query with the values in it
     * @param terms parameter name to what its values mean: a thing's or code's IRI for a name, a literal for the rest;
     *     only parameters that were given
     */
    record Bound(Query query, Map<String, List<Node>> terms) implements BindResult {
        public Bound {
            terms = Map.copyOf(terms);
        }
    }

    /**
     * Values that do not fit the question.
     *
     * @param problems all of them, at least one, in the order of the parameters as they were given
     */
    record Refused(List<Problem> problems) implements BindResult {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /**
     * One thing wrong with the values.
     *
     * @param parameter the parameter's name as it was given
     * @param message what is wrong, with the value in quotes, and what to do
     * @param candidates the things that an ambiguous name may mean; empty for every other problem
     */
    record Problem(String parameter, String message, List<Candidate> candidates) {
        public Problem {
            candidates = List.copyOf(candidates);
        }

        Problem(String parameter, String message) {
            this(parameter, message, List.of());
        }
    }

    /**
     * A thing that a name may mean.
     *
     * @param label its English name
     * @param slug its IRI without {@code https://w3id.org/onrecord/id/}, such as {@code corridor/zangezur}: write this
     *     instead of the name
     */
    record Candidate(String label, String slug) {
        /** What kind of thing it is: the first part of the slug, such as {@code corridor}. */
        public String kind() {
            return slug.substring(0, Math.max(0, slug.indexOf('/')));
        }
    }
}
