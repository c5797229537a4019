// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes faults, one after the other, that last a few seconds and overlap. */
final class Faults {
    private final List<Node> nodes;
    private final Brokers brokers;
    private final Network network;
    private final Set<Node> held;
    private final Random random;
    private final List<Thread> running = new ArrayList<>();

    /**
     * Faults of nodes.
     *
     * @param held receives the nodes that must not be started again now
     */
    Faults(List<Node> nodes, Brokers brokers, Network network, Set<Node> held, Random random) {
        this.nodes = nodes;
        this.brokers = brokers;
        this.network = network;
        this.held = held;
        this.random = random;
    }

    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    /** Makes the next fault and says what it is. */
    String next() throws InterruptedException {
        Thread.sleep(500 + random.nextInt(2500));
        running.removeIf(thread -> !thread.isAlive());
        if (random.nextInt(4) == 0) {
            return records();
        }
        List<Node> free = nodes.stream().filter(node -> !held.contains(node)).toList();
        if (free.isEmpty()) {
            return "nothing: all nodes have a fault";
        }
        Node node = free.get(random.nextInt(free.size()));
        int millis = 500 + random.nextInt(6000);
        switch (random.nextInt(3)) {
            case 0 -> during(node, millis, node::kill, node::start);
            case 1 -> during(node, millis, () -> network.cut(node.name()), () -> network.heal(node.name()));
            default -> {
                during(node, millis, node::fill, node::free);
                return "disk of " + node.name() + " full for " + millis + " ms";
            }
        }
        return node.name() + " killed or cut off for " + millis + " ms";
    }

    private void during(Node node, int millis, Step begin, Step end) {
        held.add(node);
        Thread thread = new Thread(() -> {
            try {
                begin.run();
                Thread.sleep(millis);
                end.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                held.remove(node);
            }
        });
        thread.start();
        running.add(thread);
    }

    /** Sends records of the topic again: as they are, in another order, damaged, or something else. */
    private String records() {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", brokers.servers(), "default.api.timeout.ms", 5000),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", brokers.servers(), "max.block.ms", 5000),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            TopicPartition partition = new TopicPartition(brokers.name(), 0);
            consumer.assign(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            consumer.seek(partition, Math.max(0, end - 1 - random.nextInt(10)));
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            consumer.poll(Duration.ofSeconds(2)).forEach(records::add);
            Collections.shuffle(records, random);
            boolean damage = random.nextBoolean();
            for (ConsumerRecord<byte[], byte[]> record : records) {
                byte[] value =
                        record.value() == null ? new byte[10] : record.value().clone();
                if (damage && value.length > 0) {
                    value[random.nextInt(value.length)] ^= (byte) (1 + random.nextInt(100));
                }
                var unused =
                        producer.send(new ProducerRecord<>(brokers.name(), 0, record.key(), value, record.headers()));
            }
            producer.flush();
            return records.size() + " records sent again in another order" + (damage ? ", damaged" : "");
        } catch (KafkaException e) {
            return "records could not be sent: " + e.getMessage();
        }
    }

    /** Waits until all faults have ended. */
    void end() throws InterruptedException {
        for (Thread thread : running) {
            thread.join();
        }
    }
}
