// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.Eventually;
import org.onrecord.release.Loading;
import org.onrecord.release.ReceivedReleases;
import org.onrecord.release.chain.ChainRecord;
import org.onrecord.release.chain.ChangeLog;
import org.onrecord.source.Home;

/** A topic keeps the records of a chain that ended, before those of the chain that a replica is on. */
@Timeout(300)
class OlderChainTest {
    @TempDir
    private Path folder;

    private final List<ChainRecord> topic = new CopyOnWriteArrayList<>();
    private final List<String> console = new CopyOnWriteArrayList<>();
    private final List<Loading.Ready> shown = new CopyOnWriteArrayList<>();
    private final AtomicInteger polls = new AtomicInteger();

    @Test
    void loadsNoDumpsForThem() throws Exception {
        try (OriginServer origin = new OriginServer(folder.resolve("home"))) {
            origin.edit("v", "first ");
            topic.addAll(origin.log().records());
            origin.log().restart(List.of(new ChainRecord.Position("later", 0, origin.release())));
            origin.edit("v", "second ");
            topic.addAll(origin.log().records());
            origin.edit("v", "third ");
            Replica replica = new Replica(
                    new Topic(),
                    new PeerServer(origin.url()),
                    ReceivedReleases.of(Home.bundled()),
                    ChangeLog.inMemory());
            Loading.Ready first = replica.first(Optional.empty(), line -> {});
            new Follower(replica, first, new Follower.Output(shown::add, console::add)).start();
            Eventually.holds("the topic is read to its end", () -> polls.get() > 2);
            origin.edit("v", "fourth ");
            topic.addAll(origin.log().records().subList(1, 3));
            Eventually.holds("the replica goes on", () -> !shown.isEmpty());
            assertThat(shown.get(0).release().hash()).isEqualTo(origin.release());
            assertThat(console).isEmpty();
        }
    }

    private final class Topic implements RecordSource {
        private final List<ChainRecord> read = new ArrayList<>();

        @Override
        public Batch poll(String release) throws InterruptedException {
            Thread.sleep(20);
            polls.incrementAndGet();
            List<ChainRecord> now = List.copyOf(topic.subList(read.size(), topic.size()));
            read.addAll(now);
            return new Batch(now, 0, false);
        }

        @Override
        public void rewind() {
            read.clear();
        }

        @Override
        public String name() {
            return "topic";
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
