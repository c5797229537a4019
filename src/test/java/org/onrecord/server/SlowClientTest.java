// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onrecord.Eventually;
import org.onrecord.guard.Limits;

/** Clients that hold what they have: other readers are answered, and the held things come back. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SlowClientTest {
    private static final String ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != %d) }";
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(3), 200_000, 16L << 20, 64L << 20, 32, 8, 8);
    private static final double SOON = 2;

    private final List<Peer> peers = new ArrayList<>();

    @AfterEach
    void closeAll() {
        peers.forEach(Peer::close);
    }

    @Test
    @DisplayName("24 endless queries of three clients => health and another reader's ASK are answered at once")
    void answersOthersBesideEndlessQueries() {
        try (ReadServer server = start(HttpLimits.USUAL)) {
            Client reader = new Client(server);
            for (int i = 0; i < 24; i++) {
                peer(2 + i / 8, server).ask(ENDLESS.formatted(i));
            }
            Eventually.holds("all run", () -> metric(reader, "onrecord_queries_running") >= 24);
            assertAnswersAtOnce(reader);
        }
    }

    private Peer peer(int n, ReadServer server) {
        Peer peer = Peer.at(n, server);
        peers.add(peer);
        return peer;
    }

    private static ReadServer start(HttpLimits http) {
        return ReadServer.start(Fixture.served(), Fixture.options().with(LIMITS).with(http));
    }

    private static double metric(Client reader, String name) {
        return reader.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(-1);
    }

    private static void assertAnswersAtOnce(Client reader) {
        for (String path : List.of("/health/live", "/health/ready", "/metrics", "/sparql?query=ASK%7B%7D")) {
            long start = System.nanoTime();
            assertThat(reader.get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(OneServer.seconds(start)).as(path).isLessThan(SOON);
        }
    }
}
