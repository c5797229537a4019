// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Settings of the Kafka client. What the exactness of the chain depends on comes after the settings of the operator. */
final class ClientSettings {
    private static final int ANSWER_MILLIS = 8_000;
    private static final int DELIVERY_MILLIS = 10_000;

    private ClientSettings() {}

    /**
     * Checks settings of an operator.
     *
     * @throws IllegalArgumentException if a value is not allowed
     */
    static void check(Map<String, String> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "localhost:9092");
        all.putAll(reading());
        all.putAll(writing());
        try {
            new ConsumerConfig(all);
            new ProducerConfig(all);
        } catch (ConfigException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** The settings of a consumer, which belongs to no group. */
    static Map<String, Object> ofReader(KafkaTopic topic) {
        return of(topic, reading());
    }

    /** The settings of a producer, whose messages are kept in order and without duplicates. */
    static Map<String, Object> ofWriter(KafkaTopic topic) {
        return of(topic, writing());
    }

    private static Map<String, Object> of(KafkaTopic topic, Map<String, Object> own) {
        Map<String, Object> all = new HashMap<>(topic.settings());
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, topic.brokers());
        all.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        all.putAll(own);
        return all;
    }

    private static Map<String, Object> reading() {
        return Map.of(
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                20);
    }

    private static Map<String, Object> writing() {
        return Map.of(
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "gzip",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                ANSWER_MILLIS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                ANSWER_MILLIS,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                DELIVERY_MILLIS,
                ProducerConfig.LINGER_MS_CONFIG,
                0);
    }
}
