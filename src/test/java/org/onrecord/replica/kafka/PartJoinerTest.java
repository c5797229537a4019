// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.onrecord.release.chain.ChainRecord;
import org.onrecord.release.chain.RecordException;

/** Records as messages and back. */
class PartJoinerTest {
    private static final ChainRecord LARGE = InventedRecords.large(1, 2_000_000);
    private static final ChainRecord OTHER = InventedRecords.large(2, 1_500_000);

    private final PartJoiner joiner = new PartJoiner();

    @Test
    void keepsASmallRecordInOneMessage() throws RecordException {
        ChainRecord record = InventedRecords.record(1);
        assertThat(messages(record)).hasSize(1);
        assertThat(join(messages(record))).containsExactly(record);
    }

    @Test
    void splitsALargeRecord() throws RecordException {
        assertThat(messages(LARGE))
                .hasSizeGreaterThan(2)
                .allSatisfy(message -> assertThat(message.value()).hasSizeLessThanOrEqualTo(RecordMessages.PART_SIZE));
        assertThat(join(messages(LARGE))).containsExactly(LARGE);
    }

    @Test
    void joinsPartsInAnyOrderTwiceAndMixed() throws RecordException {
        List<ConsumerRecord<byte[], byte[]>> mixed = new ArrayList<>();
        for (ChainRecord record : List.of(LARGE, OTHER, LARGE)) {
            mixed.addAll(messages(record));
        }
        for (int seed = 0; seed < 20; seed++) {
            joiner.clear();
            Collections.shuffle(mixed, new Random(seed));
            assertThat(join(mixed)).contains(LARGE, OTHER).hasSizeBetween(2, 3);
        }
    }

    @Test
    void makesNothingOfPartsWithoutOne() throws RecordException {
        List<ConsumerRecord<byte[], byte[]>> parts = messages(LARGE);
        for (int missing = 0; missing < parts.size(); missing++) {
            joiner.clear();
            List<ConsumerRecord<byte[], byte[]>> others = new ArrayList<>(parts);
            others.remove(missing);
            assertThat(join(others)).isEmpty();
        }
    }

    @Test
    void dropsADamagedRecordAndTakesItWhenItComesAgain() throws RecordException {
        List<ConsumerRecord<byte[], byte[]>> damaged = messages(LARGE);
        damaged.get(1).value()[77] ^= 1;
        assertThatThrownBy(() -> join(damaged))
                .isInstanceOf(RecordException.class)
                .hasMessage("a record for release %s is damaged: its digest is not that of its bytes"
                        .formatted(InventedRecords.release(1)));
        assertThat(join(messages(LARGE))).containsExactly(LARGE);
    }

    @Test
    void replacesADamagedPartByTheSamePart() throws RecordException {
        List<ConsumerRecord<byte[], byte[]>> parts = messages(LARGE);
        parts.get(0).value()[77] ^= 1;
        parts.add(1, messages(LARGE).get(0));
        assertThat(join(parts)).containsExactly(LARGE);
    }

    @Test
    void refusesWhatIsNoRecord() throws RecordException {
        ConsumerRecord<byte[], byte[]> bare = new ConsumerRecord<>("t", 0, 0, null, new byte[] {'x'});
        List<ConsumerRecord<byte[], byte[]>> wrong = new ArrayList<>(List.of(bare));
        for (String part : new String[] {"1", "-1", "x", "99999999999", ""}) {
            ConsumerRecord<byte[], byte[]> message =
                    messages(InventedRecords.record(1)).get(0);
            message.headers()
                    .remove(RecordMessages.PART)
                    .add(RecordMessages.PART, part.getBytes(StandardCharsets.UTF_8));
            wrong.add(message);
        }
        ConsumerRecord<byte[], byte[]> deleted = new ConsumerRecord<>("t", 0, 0, null, null);
        messages(InventedRecords.record(1)).get(0).headers().forEach(deleted.headers()::add);
        wrong.add(deleted);
        assertThat(wrong)
                .allSatisfy(message -> assertThatThrownBy(() -> joiner.add(message))
                        .isInstanceOf(RecordException.class)
                        .hasMessageStartingWith("a message is no record of On Record"));
    }

    @Test
    void boundsWhatUnfinishedRecordsUse() throws RecordException {
        ConsumerRecord<byte[], byte[]> first = messages(LARGE).get(0);
        joiner.add(first);
        int others = PartJoiner.MAX_SIZE / RecordMessages.PART_SIZE;
        assertThatThrownBy(() -> {
                    for (int number = 0; number < others; number++) {
                        ConsumerRecord<byte[], byte[]> other =
                                new ConsumerRecord<>("t", 0, number, null, first.value());
                        first.headers().forEach(other.headers()::add);
                        other.headers()
                                .remove(RecordMessages.DIGEST)
                                .add(
                                        RecordMessages.DIGEST,
                                        Integer.toString(number).getBytes(StandardCharsets.UTF_8));
                        joiner.add(other);
                    }
                })
                .isInstanceOf(RecordException.class)
                .hasMessage("only 1 of the %d parts of release %s came, and are dropped"
                        .formatted(messages(LARGE).size(), InventedRecords.release(1)));
    }

    private List<ChainRecord> join(List<ConsumerRecord<byte[], byte[]>> messages) throws RecordException {
        List<ChainRecord> records = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> message : messages) {
            joiner.add(message).ifPresent(records::add);
        }
        return records;
    }

    private static List<ConsumerRecord<byte[], byte[]>> messages(ChainRecord record) throws RecordException {
        List<ConsumerRecord<byte[], byte[]>> messages = new ArrayList<>();
        for (ProducerRecord<byte[], byte[]> sent : RecordMessages.of("t", record)) {
            ConsumerRecord<byte[], byte[]> message = new ConsumerRecord<>("t", 0, messages.size(), null, sent.value());
            sent.headers().forEach(message.headers()::add);
            messages.add(message);
        }
        return messages;
    }
}
