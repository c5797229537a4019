// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.release.chain.ChainRecord;
import org.onrecord.release.chain.ChangeLog;
import org.onrecord.release.chain.RecordException;
import org.onrecord.replica.RecordSource;

/** Publishing to a real broker, and reading from it. */
class KafkaIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static KafkaBroker broker;

    private final ChangeLog log = ChangeLog.inMemory();
    private final List<String> console = new CopyOnWriteArrayList<>();
    private final List<KafkaPublisher> publishers = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        broker = new KafkaBroker(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    void carriesWhatTheLogHasAndWhatComes(TestInfo test) throws Exception {
        KafkaTopic topic = topic(test);
        add(1, 2);
        publish(topic);
        try (KafkaSource source = new KafkaSource(topic)) {
            assertThat(records(source, 2)).isEqualTo(expected(1, 2));
            ChainRecord large = InventedRecords.large(3, 3_000_000);
            log.add(large);
            assertThat(records(source, 1)).containsExactly(large);
            source.rewind();
            assertThat(records(source, 3)).hasSize(3).endsWith(large);
            assertThat(source.poll("")).isEqualTo(new RecordSource.Batch(List.of(), 0, false));
        }
        assertThat(console).isEmpty();
    }

    @Test
    void readsInBatches(TestInfo test) throws Exception {
        KafkaTopic topic = topic(test);
        try (TopicWriter writer = TopicWriter.open(topic);
                KafkaSource source = new KafkaSource(topic)) {
            for (int number = 1; number <= 30; number++) {
                writer.write(InventedRecords.large(number, 850_000));
            }
            RecordSource.Batch batch = source.poll("");
            assertThat(batch.records()).hasSizeBetween(1, 29);
            assertThat(batch.left()).isEqualTo(30 - batch.records().size());
        }
    }

    /** One restart for both, because it takes long; {@code ReplicasIT} kills the broker. */
    @Test
    void goesOnWhenTheBrokerIsBackAndSkipsWhatItHasDamaged(TestInfo test) throws Exception {
        KafkaTopic topic = topic(test);
        KafkaTopic damaged = KafkaTopic.of(broker.topic("damaged", 1), Optional.empty());
        try (TopicWriter writer = TopicWriter.open(damaged)) {
            for (ChainRecord record : expected(1, 3)) {
                writer.write(record);
            }
        }
        add(1, 2);
        publish(topic);
        try (KafkaSource source = new KafkaSource(topic)) {
            assertThat(records(source, 2)).isEqualTo(expected(1, 2));
            broker.stop();
            damage(broker.file(damaged.name()));
            add(3, 5);
            assertThatThrownBy(() -> records(source, 1))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(topic.address() + ": no answer of the brokers");
            await(() -> !console.isEmpty());
            broker.start();
            assertThat(new ArrayList<>(new LinkedHashSet<>(readPatiently(source, 3))))
                    .isEqualTo(expected(3, 5));
            await(() -> console.size() == 2);
        }
        assertSkipsTheSecond(damaged);
        assertThat(console)
                .containsExactly(
                        "onrecord: " + topic.address()
                                + ": no answer of the brokers, or fewer replicas are in sync than the"
                                + " topic asks for. Nothing is published until that is solved.",
                        "onrecord: " + topic.address() + ": all releases are published.");
    }

    private static void damage(Path log) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            long middle = file.length() / 2;
            file.seek(middle);
            int old = file.read();
            file.seek(middle);
            file.write(old ^ 1);
        }
    }

    private static void assertSkipsTheSecond(KafkaTopic topic) throws Exception {
        try (KafkaSource source = new KafkaSource(topic)) {
            List<ChainRecord> records = new ArrayList<>();
            assertThatThrownBy(() -> records.addAll(records(source, 3)))
                    .isInstanceOf(RecordException.class)
                    .hasMessage(topic.address() + ": message 1: it is damaged at the broker, and skipped");
            records.addAll(records(source, 2));
            assertThat(records).containsExactly(InventedRecords.record(1), InventedRecords.record(3));
        }
    }

    @Test
    void findsItsPlaceAfterARestart(TestInfo test) throws Exception {
        KafkaTopic topic = topic(test);
        add(1, 3);
        publishAll(topic);
        add(4, 4);
        publishAll(topic);
        assertThat(all(topic)).isEqualTo(expected(1, 4));
        assertThat(console).isEmpty();
    }

    @Test
    void writesAnUnfinishedRecordAgain(TestInfo test) throws Exception {
        KafkaTopic topic = topic(test);
        ChainRecord large = InventedRecords.large(2, 3_000_000);
        add(1, 1);
        publishAll(topic);
        send(topic, RecordMessages.of(topic.name(), large).subList(0, 2));
        log.add(large);
        publishAll(topic);
        assertThat(all(topic)).containsExactly(InventedRecords.record(1), large);
    }

    @Test
    void readsBackFarForTheLastRecord(TestInfo test) throws Exception {
        KafkaTopic topic = topic(test);
        add(1, 1);
        publishAll(topic);
        send(topic, Collections.nCopies(300, new ProducerRecord<>(topic.name(), new byte[] {'x'})));
        try (TopicReader reader = TopicReader.open(topic)) {
            assertThat(reader.last()).contains(InventedRecords.record(1));
        }
    }

    @Test
    void publishesBesideAnother(TestInfo test) throws Exception {
        KafkaTopic topic = topic(test);
        ChainRecord large = InventedRecords.large(1, 5_000_000);
        publish(topic);
        publish(topic);
        try (KafkaSource source = new KafkaSource(topic)) {
            log.add(large);
            add(2, 2);
            List<ChainRecord> records = readPatiently(source, 2);
            assertThat(records).contains(large, InventedRecords.record(2)).hasSizeLessThanOrEqualTo(4);
        }
    }

    @Test
    void reportsAHoleAndGoesOn(TestInfo test) throws Exception {
        KafkaTopic topic = topic(test);
        send(topic, RecordMessages.of(topic.name(), InventedRecords.record(1)));
        add(5, 6);
        publishAll(topic);
        assertThat(all(topic))
                .containsExactly(InventedRecords.record(1), InventedRecords.record(5), InventedRecords.record(6));
        assertThat(console)
                .singleElement()
                .asString()
                .contains("the topic ends with release " + InventedRecords.release(1));
    }

    @Test
    void refusesATopicOfAnotherDataset(TestInfo test) throws Exception {
        KafkaTopic topic = topic(test);
        ChainRecord other = InventedRecords.record(1, "https://other.example/dataset", 10);
        send(topic, RecordMessages.of(topic.name(), other));
        add(1, 1);
        publish(topic);
        await(() -> !console.isEmpty());
        assertThat(console)
                .singleElement()
                .asString()
                .contains("<https://other.example/dataset>", "give another topic");
        assertThat(all(topic)).containsExactly(other);
    }

    @Test
    void reportsMessagesThatAreNoRecordsAndGoesOn(TestInfo test) throws Exception {
        KafkaTopic topic = topic(test);
        ChainRecord record = InventedRecords.record(1);
        ProducerRecord<byte[], byte[]> damaged =
                RecordMessages.of(topic.name(), record).get(0);
        damaged.value()[50] ^= 1;
        byte[] newer = InventedRecords.record(2)
                .text()
                .replace("H version \"1\"", "H version \"2\"")
                .getBytes(StandardCharsets.UTF_8);
        send(topic, List.of(new ProducerRecord<>(topic.name(), new byte[] {'x'}), damaged));
        try (KafkaSource source = new KafkaSource(topic)) {
            assertThatThrownBy(() -> source.poll(""))
                    .isInstanceOf(RecordException.class)
                    .hasMessage(topic.address()
                            + ": message 0: a message is no record of On Record; let nobody else write to the"
                            + " topic (and 1 more messages)");
            send(topic, RecordMessages.of(topic.name(), InventedRecords.release(2), newer));
            assertThatThrownBy(() -> source.poll(""))
                    .isInstanceOf(RecordException.class)
                    .hasMessageContaining("version '2'");
            send(topic, RecordMessages.of(topic.name(), record));
            assertThat(records(source, 1)).containsExactly(record);
        }
    }

    @Test
    void saysThatThereIsNoTopicAndGoesOnWhenThereIs(TestInfo test) throws Exception {
        KafkaTopic topic = KafkaTopic.of(broker.address("missing"), Optional.empty());
        add(1, 1);
        publish(topic);
        try (KafkaSource source = new KafkaSource(topic)) {
            assertThatThrownBy(() -> source.poll(""))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("there is no topic 'missing'")
                    .hasMessageContaining("--partitions 1");
            await(() -> !console.isEmpty());
            assertThat(console).singleElement().asString().contains("there is no topic 'missing'");
            assertThat(broker.topics()).doesNotContain("missing");
            broker.topic("missing", 1);
            assertThat(readPatiently(source, 1)).isEqualTo(expected(1, 1));
        }
    }

    @Test
    void refusesSeveralPartitions() throws Exception {
        KafkaTopic topic = KafkaTopic.of(broker.topic("several", 2), Optional.empty());
        try (KafkaSource source = new KafkaSource(topic)) {
            assertThatThrownBy(() -> source.poll(""))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("has 2 partitions")
                    .hasMessageContaining("--partitions 1");
        }
    }

    @Test
    void usesTheSettingsOfTheOperator(TestInfo test) throws Exception {
        String name = topic(test).name();
        KafkaTopic right = guarded(name, "secret");
        add(1, 1);
        publishAll(right);
        assertThat(all(right)).isEqualTo(expected(1, 1));
        try (KafkaSource source = new KafkaSource(guarded(name, "wrong"))) {
            assertThatThrownBy(() -> source.poll(""))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the broker refuses access: ")
                    .hasMessageContaining("--kafka-config");
        }
    }

    @Test
    void saysWhatIsMissingWithoutTheClient() throws Exception {
        Path jar = Files.copy(
                Path.of(System.getProperty("onrecord.jar", "target/onrecord.jar")), folder.resolve("alone.jar"));
        try (URLClassLoader alone =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = alone.loadClass(KafkaTopic.class.getName());
            assertThatThrownBy(() -> type.getMethod("of", String.class, Optional.class)
                            .invoke(null, "kafka:a:1/t", Optional.empty()))
                    .hasRootCauseInstanceOf(ClassNotFoundException.class)
                    .cause()
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "'kafka:a:1/t' needs the Kafka client, which is not in onrecord.jar: put the folder 'lib' of"
                                    + " the build, with kafka-clients in it, beside onrecord.jar");
            for (Class<?> caller : new Class<?>[] {KafkaSource.class, KafkaPublisher.class}) {
                assertThat(Class.forName(caller.getName(), true, alone).getMethods())
                        .isNotEmpty();
            }
        }
    }

    private static KafkaTopic topic(TestInfo test) throws Exception {
        return KafkaTopic.of(broker.topic(test.getTestMethod().orElseThrow().getName(), 1), Optional.empty());
    }

    private static KafkaTopic guarded(String name, String password) throws IOException {
        Path file = Files.writeString(folder.resolve("client.properties"), """
                security.protocol=SASL_PLAINTEXT
                sasl.mechanism=PLAIN
                sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \
                username="reader" password="%s";
                """.formatted(password));
        return KafkaTopic.of(broker.guardedAddress(name), Optional.of(file));
    }

    private void add(long first, long last) {
        expected(first, last).forEach(log::add);
    }

    private static List<ChainRecord> expected(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(InventedRecords::record)
                .toList();
    }

    private void publish(KafkaTopic topic) {
        publishers.add(KafkaPublisher.start(topic, log, InventedRecords.DATASET, console::add));
    }

    @AfterEach
    void close() {
        publishers.forEach(KafkaPublisher::close);
        publishers.clear();
    }

    /** Runs a publisher until the last record of the log is in the topic. */
    private void publishAll(KafkaTopic topic) throws Exception {
        ChainRecord last = log.records().get(log.records().size() - 1);
        publish(topic);
        try (TopicReader reader = TopicReader.open(topic)) {
            await(() -> reader.last().equals(Optional.of(last)));
        }
        close();
    }

    private static void send(KafkaTopic topic, List<ProducerRecord<byte[], byte[]>> messages) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(ClientSettings.ofWriter(topic))) {
            for (ProducerRecord<byte[], byte[]> message : messages) {
                producer.send(message).get();
            }
        }
    }

    /** All records of a topic. */
    private static List<ChainRecord> all(KafkaTopic topic) throws Exception {
        try (KafkaSource source = new KafkaSource(topic)) {
            List<ChainRecord> all = new ArrayList<>();
            RecordSource.Batch batch;
            do {
                batch = source.poll("");
                all.addAll(batch.records());
            } while (batch.left() > 0);
            return all;
        }
    }

    /** Polls until there are so many records. */
    private static List<ChainRecord> records(KafkaSource source, int number) throws Exception {
        List<ChainRecord> records = new ArrayList<>();
        await(() -> {
            records.addAll(source.poll("").records());
            return records.size() >= number;
        });
        return records;
    }

    /** Polls, whatever fails, until there are so many different records. */
    private static List<ChainRecord> readPatiently(KafkaSource source, int number) throws Exception {
        List<ChainRecord> records = new ArrayList<>();
        await(() -> {
            try {
                records.addAll(source.poll("").records());
            } catch (IOException e) {
                Thread.sleep(100);
            }
            return records.stream().distinct().count() >= number;
        });
        return records;
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(LIMIT);
        while (!condition.call()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(20);
        }
    }
}
