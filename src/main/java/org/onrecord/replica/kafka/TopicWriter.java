// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.onrecord.release.chain.ChainRecord;

/** Writes records to a topic. For one thread. */
final class TopicWriter implements AutoCloseable {
    private final KafkaTopic topic;
    private final KafkaProducer<byte[], byte[]> producer;

    private TopicWriter(KafkaTopic topic, KafkaProducer<byte[], byte[]> producer) {
        this.topic = topic;
        this.producer = producer;
    }

    /** Opens a topic. */
    static TopicWriter open(KafkaTopic topic) throws IOException, InterruptedException {
        return new TopicWriter(topic, KafkaCall.call(topic, () -> new KafkaProducer<>(ClientSettings.ofWriter(topic))));
    }

    /**
     * Writes a record, and waits until the brokers have it. After a failure the writer must not be used, because it is not
     * known which messages arrive.
     *
     * @throws org.onrecord.release.chain.RecordException if it is too large; nothing was written then
     */
    void write(ChainRecord record) throws IOException, InterruptedException {
        for (ProducerRecord<byte[], byte[]> message : RecordMessages.of(topic.name(), record)) {
            Future<RecordMetadata> result = KafkaCall.call(topic, () -> producer.send(message));
            try {
                result.get();
            } catch (ExecutionException e) {
                throw KafkaCall.failure(topic, e.getCause() == null ? e : e.getCause());
            }
        }
    }

    /** Closes the topic; what was not written is given up. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
