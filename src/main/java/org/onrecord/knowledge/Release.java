// SPDX-License-Identifier: Apache-2.0
package org.onrecord.knowledge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;

/**
 * The name of a state of the whole graph: one hash over the hashes of its named graphs.
 *
 * @param graphs graph IRI to the SHA-256 (64 lower-case hex digits) of the graph's canonical N-Quads, each line with its
 *     line feed, sorted by code point
 */
public record Release(SortedMap<String, String> graphs) {
    public Release {
        SortedMap<String, String> sorted = new TreeMap<>(CanonicalLines::compareCodePoints);
        sorted.putAll(graphs);
        graphs = Collections.unmodifiableSortedMap(sorted);
    }

    /** Hashes named graphs, given by IRI. */
    static Release of(Map<String, Graph> named) {
        return new Release(new TreeMap<>(named.entrySet().parallelStream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> hash(entry.getValue())))));
    }

    /** SHA-256 of the lines {@code GRAPH-IRI HASH}, each with its line feed, sorted by code point: 64 hex digits. */
    public String hash() {
        return HexFormat.of().formatHex(sha256().digest(text().getBytes(StandardCharsets.UTF_8)));
    }

    /** The lines {@code GRAPH-IRI HASH}, each with its line feed, sorted by code point: what {@link #hash} is taken of. */
    public String text() {
        StringBuilder text = new StringBuilder();
        graphs.forEach(
                (graph, hash) -> text.append(graph).append(' ').append(hash).append('\n'));
        return text.toString();
    }

    private static String hash(Graph graph) {
        MessageDigest digest = sha256();
        CanonicalLines.of(graph).forEach(line -> add(digest, line));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String line) {
        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
