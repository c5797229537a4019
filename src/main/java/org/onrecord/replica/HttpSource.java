// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onrecord.release.chain.ChainRecord;

/** The records that another server has at {@code /changes?since=HASH}, asked for again and again. */
public final class HttpSource implements RecordSource {
    private static final Duration PERIOD = Duration.ofMillis(400);
    private static final long MAX_LENGTH = 16L << 20;
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
        Page page = page(release, known);
        if (page.lost() || page.records().isEmpty()) {
            seen = page.entityTag().map(tag -> new Seen(release, tag));
            Thread.sleep(PERIOD.toMillis());
            return new Batch(List.of(), 0, page.lost());
        }
        List<ChainRecord> records = new ArrayList<>(page.records());
        long length = 0;
        while (page.left() > 0 && !page.records().isEmpty() && length < MAX_LENGTH) {
            page = page(records.get(records.size() - 1).position().release(), Optional.empty());
            records.addAll(page.records());
            length += page.records().stream()
                    .mapToLong(record -> record.transaction().length())
                    .sum();
        }
        return new Batch(records, page.left(), false);
    }

    /** An answer: its records, the number of those that follow, and whether the server does not know the release. */
    private record Page(List<ChainRecord> records, long left, boolean lost, Optional<String> entityTag) {}

    private Page page(String release, Optional<String> known) throws IOException, InterruptedException {
        try (PeerServer.Answer answer = peer.get("changes?since=" + release, known)) {
            if (answer.status() == GONE) {
                return new Page(List.of(), 0, true, Optional.empty());
            }
            if (answer.status() == NOT_MODIFIED) {
                return new Page(List.of(), 0, false, known);
            }
            List<ChainRecord> records =
                    ChainRecord.parseAll(PeerServer.success(answer).text());
            long left =
                    answer.header("Onrecord-Changes-Left").map(Long::parseLong).orElse(0L);
            return new Page(records, left, false, answer.header("ETag"));
        }
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
