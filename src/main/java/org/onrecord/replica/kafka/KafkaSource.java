// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onrecord.release.chain.ChainRecord;
import org.onrecord.release.chain.RecordException;
import org.onrecord.replica.RecordSource;

/**
 * The records in a topic of Kafka, from the first that it has. Messages that are no records are reported by an exception, and
 * the next poll goes on after them.
 */
public final class KafkaSource implements RecordSource {
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final long BATCH_SIZE = 16 << 20;

    private final KafkaTopic topic;
    private final List<ChainRecord> records = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private Optional<TopicReader> reader = Optional.empty();

    /** Creates a source. Nothing is sent. */
    public KafkaSource(KafkaTopic topic) {
        this.topic = topic;
    }

    @Override
    public Batch poll(String release) throws IOException, InterruptedException {
        TopicReader from = reader();
        long end = from.end();
        read(from);
        if (!problems.isEmpty()) {
            String problem = topic.address() + ": " + problems.get(0)
                    + (problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more messages)");
            problems.clear();
            throw new RecordException(problem);
        }
        Batch batch = new Batch(records, Math.max(0, end - from.position()), false);
        records.clear();
        return batch;
    }

    private TopicReader reader() throws IOException, InterruptedException {
        if (reader.isEmpty()) {
            reader = Optional.of(TopicReader.open(topic));
        }
        return reader.get();
    }

    /** Reads until a batch is full or there is nothing at once. What was read before an exception stays for the next poll. */
    private void read(TopicReader from) throws IOException, InterruptedException {
        Duration wait = records.isEmpty() ? WAIT : Duration.ZERO;
        long size = 0;
        TopicReader.Result result;
        do {
            result = from.read(wait);
            records.addAll(result.records());
            problems.addAll(result.problems());
            size += result.size();
            wait = Duration.ZERO;
        } while (result.size() > 0 && size < BATCH_SIZE);
    }

    @Override
    public void rewind() {
        records.clear();
        problems.clear();
        reader.ifPresent(TopicReader::restart);
    }

    @Override
    public String name() {
        return topic.address();
    }

    @Override
    public void close() {
        reader.ifPresent(TopicReader::close);
    }
}
