// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Graph;

/**
 * The hash of a release, computed from the hashes of its stated graphs, among them that of the rules. Derived graphs
 * follow from these.
 *
 * @param graphs graph IRI to the SHA-256 (64 lower-case hex digits) of the graph's canonical N-Quads, each line with
 * its line feed, sorted by code point
 */
public record ReleaseHash(SortedMap<String, String> graphs) {
    public ReleaseHash {
        SortedMap<String, String> sorted = new TreeMap<>(CanonicalLines::compareCodePoints);
        sorted.putAll(graphs);
        graphs = Collections.unmodifiableSortedMap(sorted);
    }

    /** Whether a graph is derived by a rule, according to its IRI. */
    public static boolean isDerived(String graph) {
        return graph.startsWith(Rule.DERIVED, graph.lastIndexOf('/') + 1);
    }

    /** Hashes named graphs, given by IRI. */
    static ReleaseHash of(Map<String, Graph> named) {
        return new ReleaseHash(new TreeMap<>(named.entrySet().parallelStream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> of(entry.getValue())))));
    }

    /** The hash after some graphs, given by IRI, have changed; an empty graph is left out. */
    public ReleaseHash with(Map<String, Graph> changed) {
        SortedMap<String, String> after = new TreeMap<>(graphs);
        changed.forEach((graph, triples) -> {
            if (triples.isEmpty()) {
                after.remove(graph);
            } else {
                after.put(graph, of(triples));
            }
        });
        return new ReleaseHash(after);
    }

    /** The hash of the graph of the rules; empty if there are none. */
    public Optional<String> rules() {
        return Optional.ofNullable(graphs.get(Derivation.RULES));
    }

    /** SHA-256 of the lines {@code GRAPH-IRI HASH}, each with its line feed, sorted by code point: 64 hex digits. */
    public String hash() {
        return DigestUtils.sha256Hex(text());
    }

    /** The lines {@code GRAPH-IRI HASH}, each with its line feed, sorted by code point: the input of {@link #hash}. */
    public String text() {
        StringBuilder text = new StringBuilder();
        graphs.forEach(
                (graph, hash) -> text.append(graph).append(' ').append(hash).append('\n'));
        return text.toString();
    }

    /** The hash of a graph: 64 lower-case hex digits. */
    public static String of(Graph graph) {
        List<byte[]> lines = new ArrayList<>(graph.size());
        CanonicalLines.each(graph.find(), line -> lines.add((line + "\n").getBytes(StandardCharsets.UTF_8)));
        // The order of bytes is that of code points.
        lines.sort(Arrays::compareUnsigned);
        MessageDigest digest = DigestUtils.getSha256Digest();
        lines.forEach(digest::update);
        return Hex.encodeHexString(digest.digest());
    }
}
