// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.onrecord.release.chain.ChainRecord;

/** The records that another server has at {@code /changes?since=HASH}, asked for again and again. */
public final class HttpSource implements RecordSource {
    private static final Duration PERIOD = Duration.ofMillis(400);
    private static final int GONE = 410;
    private static final int NOT_MODIFIED = 304;

    private final PeerServer peer;
    private Optional<Seen> seen = Optional.empty();

    /** The answer that nothing comes after a release. */
    private record Seen(String release, String entityTag) {}

    /** Creates a source. */
    public HttpSource(PeerServer peer) {
        this.peer = peer;
    }

    @Override
    public Batch poll(String release) throws IOException, InterruptedException {
        Optional<String> known =
                seen.filter(last -> last.release().equals(release)).map(Seen::entityTag);
        try (PeerServer.Answer answer = peer.get("changes?since=" + release, known)) {
            if (answer.status() == GONE) {
                return new Batch(List.of(), 0, true);
            }
            List<ChainRecord> records = answer.status() == NOT_MODIFIED
                    ? List.of()
                    : ChainRecord.parseAll(PeerServer.success(answer).text());
            if (!records.isEmpty()) {
                long left = answer.header("Onrecord-Changes-Left")
                        .map(Long::parseLong)
                        .orElse(0L);
                return new Batch(records, left, false);
            }
            seen = answer.header("ETag").map(tag -> new Seen(release, tag));
        }
        Thread.sleep(PERIOD.toMillis());
        return new Batch(List.of(), 0, false);
    }

    @Override
    public void rewind() {
        seen = Optional.empty();
    }

    @Override
    public String name() {
        return peer.url();
    }

    @Override
    public void close() {
        // Idle connections are closed by the client.
    }
}
