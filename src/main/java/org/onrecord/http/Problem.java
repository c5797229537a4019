// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onrecord.guard.Refusal;

/**
 * The error of one request.
 *
 * @param type the kind
 * @param detail what is wrong with this request, where, and what to do
 * @param place position in the query, if known
 * @param headers further headers of the reply
 * @param near similar addresses, as absolute paths, with the names of what is there
 */
public record Problem(
        ProblemType type, String detail, Optional<Place> place, Map<String, String> headers, Map<String, String> near) {
    private static final String SECONDS_TO_WAIT = "5";

    public Problem {
        headers = Map.copyOf(headers);
        near = Collections.unmodifiableMap(new LinkedHashMap<>(near));
    }

    /**
     * A position in a query.
     *
     * @param line counted from 1
     * @param column counted from 1
     */
    public record Place(int line, int column) {}

    /** A problem with the general text of its type. */
    public static Problem of(ProblemType type) {
        return of(type, type.meaning() + " " + type.remedy());
    }

    /** A problem. */
    public static Problem of(ProblemType type, String detail) {
        Map<String, String> headers = type == ProblemType.OVERLOADED || type == ProblemType.TOO_MANY_QUERIES
                ? Map.of("Retry-After", SECONDS_TO_WAIT)
                : Map.of();
        return new Problem(type, detail, Optional.empty(), headers, Map.of());
    }

    /** The problem of a query that exceeded a limit. */
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

    /** The same problem at a position. */
    public Problem at(int line, int column) {
        return new Problem(type, detail, Optional.of(new Place(line, column)), headers, near);
    }

    /** The same problem with another header. */
    public Problem with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Problem(type, detail, place, more, near);
    }

    /** The same problem with similar addresses, shown as they are. */
    public Problem near(List<String> addresses) {
        Map<String, String> named = new LinkedHashMap<>();
        addresses.forEach(address -> named.put(address, address));
        return near(named);
    }

    /** The same problem with similar addresses and their names. */
    public Problem near(Map<String, String> addresses) {
        return new Problem(type, detail, place, headers, addresses);
    }
}
