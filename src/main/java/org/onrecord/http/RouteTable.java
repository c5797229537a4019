// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * The routes of one release. Immutable.
 *
 * @param release the hash of the release
 * @param dataset of the release
 * @param routes by path; {@code /*} at its end matches one segment, {@code /**} any number, {@code .*} any extension
 * @param page creates the HTML page of a problem
 */
public record RouteTable(
        String release, DatasetGraph dataset, Map<String, Route> routes, Function<Problem, String> page) {
    public RouteTable {
        routes = new TreeMap<>(routes);
    }

    /** The route of a path in its encoded form. */
    Optional<Route> find(String path) {
        if (path.contains("*")) {
            return Optional.empty();
        }
        int slash = path.lastIndexOf('/');
        int dot = path.indexOf('.', slash + 1);
        Stream<String> near = Stream.of(
                path, dot < 0 ? path : path.substring(0, dot) + ".*", path.substring(0, Math.max(0, slash)) + "/*");
        Stream<String> above = Stream.iterate(slash, at -> at > 0, at -> path.lastIndexOf('/', at - 1))
                .map(at -> path.substring(0, at) + "/**");
        return Stream.concat(near, above)
                .flatMap(key -> Optional.ofNullable(routes.get(key)).stream())
                .findFirst();
    }

    /** The paths without wildcards, for a message. */
    String paths() {
        return routes.keySet().stream().filter(known -> !known.contains("*")).collect(Collectors.joining(", "));
    }
}
