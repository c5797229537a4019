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
 * Every path that answers for one release. Immutable.
 *
 * @param release the hash of the release
 * @param dataset of the release
 * @param routes by path; a path that ends in {@code /*} stands for all one step below it, in {@code /**} for all below it,
 *     in {@code .*} for the path with any extension
 * @param page writes a problem for a browser
 */
public record RouteTable(
        String release, DatasetGraph dataset, Map<String, Route> routes, Function<Problem, String> page) {
    public RouteTable {
        routes = new TreeMap<>(routes);
    }

    /** The route of a path, which is compared as it was sent; empty if there is none. */
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

    /** The paths without wildcards, in order, for people. */
    String paths() {
        return routes.keySet().stream().filter(known -> !known.contains("*")).collect(Collectors.joining(", "));
    }
}
