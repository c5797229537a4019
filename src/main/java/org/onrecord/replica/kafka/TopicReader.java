// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.onrecord.release.chain.ChainRecord;
import org.onrecord.release.chain.RecordException;

/** Reads records from a topic, from any message on. For one thread. */
final class TopicReader implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration CLOSE = Duration.ofSeconds(1);
    private static final long FIRST_SIZE = 32;
    private static final long GROWTH = 8;

    private final KafkaTopic topic;
    private final TopicPartition partition;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final PartJoiner joiner = new PartJoiner();

    /**
     * What was read.
     *
     * @param records the records that became complete
     * @param problems the messages that are none, each in words with its offset
     * @param size the bytes of all messages
     */
    record Result(List<ChainRecord> records, List<String> problems, long size) {}

    private TopicReader(KafkaTopic topic, KafkaConsumer<byte[], byte[]> consumer) {
        this.topic = topic;
        this.partition = new TopicPartition(topic.name(), 0);
        this.consumer = consumer;
        consumer.assign(List.of(partition));
        restart();
    }

    /** Opens a topic at its first message. Whether it exists shows when it is read. */
    static TopicReader open(KafkaTopic topic) throws IOException, InterruptedException {
        return new TopicReader(topic, KafkaCall.call(topic, () -> new KafkaConsumer<>(ClientSettings.ofReader(topic))));
    }

    /**
     * The offset after the last message.
     *
     * @throws IOException if the brokers do not answer, or the topic is missing or has several partitions
     */
    long end() throws IOException, InterruptedException {
        int partitions = KafkaCall.call(
                topic, () -> consumer.partitionsFor(topic.name(), ANSWER).size());
        if (partitions == 0) {
            throw new IOException(topic.address() + ": there is no topic '" + topic.name()
                    + "', or no right to read it;"
                    + " create it with one partition: kafka-topics.sh --create --partitions 1 --topic " + topic.name()
                    + " ...");
        }
        if (partitions > 1) {
            throw new IOException(topic.address() + ": the topic has " + partitions
                    + " partitions, which do not keep the order of releases; create one with --partitions 1");
        }
        return KafkaCall.call(
                topic, () -> consumer.endOffsets(List.of(partition), ANSWER).getOrDefault(partition, 0L));
    }

    /** The offset of the next message to read. */
    long position() throws IOException, InterruptedException {
        return KafkaCall.call(topic, () -> consumer.position(partition, ANSWER));
    }

    /** Goes on with the first message that there is. */
    void restart() {
        joiner.clear();
        consumer.seekToBeginning(List.of(partition));
    }

    /** Reads the next messages; waits for some if there are none. */
    Result read(Duration wait) throws IOException, InterruptedException {
        List<ChainRecord> records = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        long size = 0;
        for (ConsumerRecord<byte[], byte[]> message : poll(wait, problems)) {
            size += Math.max(0, message.serializedValueSize());
            try {
                joiner.add(message).ifPresent(records::add);
            } catch (RecordException e) {
                problems.add("message " + message.offset() + ": " + e.getMessage());
            }
        }
        return new Result(records, problems, size);
    }

    private ConsumerRecords<byte[], byte[]> poll(Duration wait, List<String> problems)
            throws IOException, InterruptedException {
        try {
            return KafkaCall.call(topic, () -> consumer.poll(wait));
        } catch (IOException e) {
            // Of a message that the broker has damaged the client says only this, and stays before it.
            if (e.getCause() == null || e.getCause().getClass() != KafkaException.class) {
                throw e;
            }
            long damaged = position();
            problems.add("message " + damaged + ": it is damaged at the broker, and skipped");
            consumer.seek(partition, damaged + 1);
            return ConsumerRecords.empty();
        }
    }

    /** The last record that is complete, read backwards in growing steps; empty if there is none. */
    Optional<ChainRecord> last() throws IOException, InterruptedException {
        long end = end();
        long first = KafkaCall.call(
                topic,
                () -> consumer.beginningOffsets(List.of(partition), ANSWER).getOrDefault(partition, 0L));
        for (long size = FIRST_SIZE; ; size *= GROWTH) {
            long from = Math.max(first, end - size);
            Optional<ChainRecord> last = last(from, end);
            if (last.isPresent() || from == first) {
                return last;
            }
        }
    }

    private Optional<ChainRecord> last(long from, long end) throws IOException, InterruptedException {
        joiner.clear();
        consumer.seek(partition, from);
        Optional<ChainRecord> last = Optional.empty();
        while (position() < end) {
            Result result = read(Duration.ofSeconds(1));
            if (result.size() == 0) {
                end();
            }
            List<ChainRecord> records = result.records();
            last = records.isEmpty() ? last : Optional.of(records.get(records.size() - 1));
        }
        return last;
    }

    @Override
    public void close() {
        try {
            consumer.close(CloseOptions.timeout(CLOSE));
        } catch (KafkaException e) {
            // A reader has nothing to lose: it is interrupted when the program ends.
        }
    }
}
