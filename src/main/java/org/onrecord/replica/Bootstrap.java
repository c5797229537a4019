// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.onrecord.release.Loading;
import org.onrecord.release.ReceivedReleases;
import org.onrecord.release.chain.ChainRecord.Position;
import org.onrecord.release.chain.ReleaseChain;

/**
 * Loads the release of another server from its dumps.
 *
 * @param peer the server
 * @param releases makes the release
 */
record Bootstrap(PeerServer peer, ReceivedReleases releases) {
    private static final String DUMP = "dumps/onrecord.nq.gz";

    /**
     * A loaded release.
     *
     * @param ready the release
     * @param positions its place in the chain of the server, after those of earlier releases
     */
    record Loaded(Loading.Ready ready, List<Position> positions) {}

    /**
     * Loads the release.
     *
     * @throws IOException if the server cannot be reached, the dump does not have the hash of its release, or derived graphs
     *     follow from other rules; the message says why
     */
    Loaded load() throws IOException, InterruptedException {
        List<Position> before = positions();
        String hash;
        Map<String, Graph> graphs;
        try (PeerServer.Answer answer = peer.get(DUMP)) {
            hash = answer.header("Onrecord-Release").orElse("");
            graphs = graphs(answer.unpacked());
        }
        Loading.Ready ready = releases.of(graphs);
        if (!ready.release().hash().equals(hash)) {
            throw new IOException(
                    peer.url() + DUMP + " has the hash " + ready.release().hash() + " and not that of release " + hash);
        }
        if (!releases.hasRulesOf(ready.release())) {
            throw new IOException("the rules of " + peer.url()
                    + " are not those of this program; follow it with the program that it runs");
        }
        return new Loaded(
                ready,
                Stream.of(before, positions())
                        .flatMap(known -> ReleaseChain.until(hash, known).stream())
                        .findFirst()
                        .orElseGet(() -> List.of(new Position(UUID.randomUUID().toString(), 0, hash))));
    }

    /** Whether the server has a release after one, or cannot be asked. */
    boolean isAheadOf(String release) throws InterruptedException {
        try {
            List<String> releases = positions().stream().map(Position::release).toList();
            return releases.contains(release)
                    && !releases.get(releases.size() - 1).equals(release);
        } catch (IOException e) {
            return true;
        }
    }

    /** The last positions of the server in the chain, oldest first. */
    private List<Position> positions() throws IOException, InterruptedException {
        try (PeerServer.Answer answer = peer.get("changes.json");
                JsonReader reader = Json.createReader(new StringReader(answer.text()))) {
            List<Position> positions = new ArrayList<>();
            for (JsonValue value : reader.readObject().getJsonArray("chain")) {
                JsonObject position = value.asJsonObject();
                positions.add(new Position(
                        position.getString("chain"),
                        position.getJsonNumber("number").longValueExact(),
                        position.getString("release")));
            }
            return positions;
        } catch (JsonException | NullPointerException | ClassCastException | ArithmeticException e) {
            throw new IOException(peer.url() + "changes.json is not the list of an On Record server", e);
        }
    }

    /** The stated graphs of N-Quads. */
    private static Map<String, Graph> graphs(InputStream quads) throws IOException {
        GraphCollector graphs = new GraphCollector();
        try {
            RDFParser.source(quads)
                    .lang(Lang.NQUADS)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictSilent())
                    .parse(graphs);
        } catch (RiotException e) {
            throw new IOException("the dump is not N-Quads: " + e.getMessage(), e);
        }
        return graphs.graphs();
    }
}
