// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;

/** Result of binding parameters: a query, or all problems with the values. */
public sealed interface BindResult {
    /**
     * A query with bound parameters.
     *
     * @param query a copy of the question's query with the values in it
     * @param terms parameter name to RDF terms, for the given parameters
     * @param readings how words were read that are not the name of a thing
     */
    record Bound(Query query, Map<String, List<Node>> terms, List<Reading> readings) implements BindResult {
        public Bound {
            terms = Map.copyOf(terms);
            readings = List.copyOf(readings);
        }
    }

    /**
     * How words were read that are not the name of a thing.
     *
     * @param given the words
     * @param meant what they were taken for
     */
    record Reading(String given, Candidate meant) {
        /** It as a sentence: {@code 'President' is read as Ann Lee, President of X from 2030-01-10}. */
        public String text() {
            return "'" + given + "' is read as " + meant.described() + " (" + meant.slug() + ")";
        }
    }

    /**
     * Invalid values.
     *
     * @param problems all problems, at least one, in the order of the given parameters
     */
    record Refused(List<Problem> problems) implements BindResult {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /**
     * A problem with a value.
     *
     * @param parameter the given parameter name
     * @param message the problem, with the value in quotes, and the remedy
     * @param candidates things with an ambiguous name, or with names similar to an unknown one; otherwise empty
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
     * A thing that a name may refer to.
     *
     * @param label its English name
     * @param slug its {@code kind/slug}; unambiguous as a value
     * @param reason why the words stand for it, such as an office and its dates; empty if they are a name
     */
    record Candidate(String label, String slug, String reason) {
        Candidate(String label, String slug) {
            this(label, slug, "");
        }

        /** Its name, and the reason if there is one. */
        public String described() {
            return label + (reason.isEmpty() ? "" : ", " + reason);
        }

        /** The first part of the slug, such as {@code person}. */
        public String kind() {
            return slug.substring(0, Math.max(0, slug.indexOf('/')));
        }
    }
}
