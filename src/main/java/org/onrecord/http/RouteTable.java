// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * The routes of one release.
 *
 * @param release the hash of the release
 * @param reached the hashes of the release and of those before it in its chain
 * @param dataset of the release
 * @param first routes that are known at once, by path
 * @param others further routes, by path; {@code /*} at its end matches one segment, {@code /**} any number, {@code .*} any
 *     extension. Requests for them wait until they are created.
 * @param page creates the HTML page of a problem
 * @param root the path of the public address, which a proxy removes from requests: empty, or such as {@code /kg}
 */
public record RouteTable(
        String release,
        Set<String> reached,
        DatasetGraph dataset,
        Map<String, Route> first,
        CompletableFuture<Map<String, Route>> others,
        Function<Problem, String> page,
        String root) {
    /** The route of a path in its encoded form. */
    Optional<Route> find(String path) {
        if (path.contains("*")) {
            return Optional.empty();
        }
        return Optional.ofNullable(first.get(path)).or(() -> findOther(path));
    }

    private Optional<Route> findOther(String path) {
        int slash = path.lastIndexOf('/');
        int dot = path.indexOf('.', slash + 1);
        Stream<String> near = Stream.of(
                path, dot < 0 ? path : path.substring(0, dot) + ".*", path.substring(0, Math.max(0, slash)) + "/*");
        Stream<String> above = Stream.iterate(slash, at -> at > 0, at -> path.lastIndexOf('/', at - 1))
                .map(at -> path.substring(0, at) + "/**");
        return Stream.concat(near, above)
                .flatMap(key -> Optional.ofNullable(others.join().get(key)).stream())
                .findFirst();
    }

    /** The paths without wildcards, for a message. */
    String paths() {
        return Stream.concat(first.keySet().stream(), others.join().keySet().stream())
                .filter(known -> !known.contains("*"))
                .sorted()
                .map(root::concat)
                .collect(Collectors.joining(", "));
    }
}
