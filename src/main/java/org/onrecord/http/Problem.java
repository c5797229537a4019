// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onrecord.guard.Refusal;

/**
 * What went wrong with one request.
 *
 * @param type the kind
 * @param detail about this request: what is wrong, where, what to do
 * @param place where in the query, if that is known
 * @param headers further headers of the reply
 * @param near addresses that may have been meant, from the root of the site
 */
public record Problem(
        ProblemType type, String detail, Optional<Place> place, Map<String, String> headers, List<String> near) {
    private static final String SECONDS_TO_WAIT = "5";

    public Problem {
        headers = Map.copyOf(headers);
        near = List.copyOf(near);
    }

    /**
     * A place in the text of a query.
     *
     * @param line counted from 1
     * @param column counted from 1
     */
    public record Place(int line, int column) {}

    /** A problem about which no more is to be said. */
    public static Problem of(ProblemType type) {
        return of(type, type.meaning() + " " + type.remedy());
    }

    /** A problem. */
    public static Problem of(ProblemType type, String detail) {
        Map<String, String> headers = type == ProblemType.OVERLOADED || type == ProblemType.TOO_MANY_QUERIES
                ? Map.of("Retry-After", SECONDS_TO_WAIT)
                : Map.of();
        return new Problem(type, detail, Optional.empty(), headers, List.of());
    }

    /** The problem of a query that met a bound. */
    public static Problem of(Refusal refusal) {
        ProblemType type = switch (refusal.kind()) {
            case TIME -> ProblemType.TIME_LIMIT;
            case MEMORY -> ProblemType.WORKING_MEMORY;
            case ROWS -> ProblemType.TOO_MANY_ROWS;
            case BYTES -> ProblemType.TOO_MANY_BYTES;
            case FEATURE -> ProblemType.REFUSED_FEATURE;
            case DEPTH -> ProblemType.NESTED_TOO_DEEPLY;
            case BUSY -> ProblemType.OVERLOADED;
            case CLIENT -> ProblemType.TOO_MANY_QUERIES;
        };
        return of(type, refusal.detail());
    }

    /** The same problem at a place. */
    public Problem at(int line, int column) {
        return new Problem(type, detail, Optional.of(new Place(line, column)), headers, near);
    }

    /** The same problem with a header more. */
    public Problem with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Problem(type, detail, place, more, near);
    }

    /** The same problem with addresses that may have been meant. */
    public Problem near(List<String> addresses) {
        return new Problem(type, detail, place, headers, addresses);
    }
}
