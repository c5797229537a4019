// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica.kafka;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.onrecord.release.chain.ChainRecord;
import org.onrecord.release.chain.RecordException;

/**
 * Joins the messages of {@link RecordMessages} to records. Parts belong together if they have the same digest of the whole, so
 * that those of two publishers can stand between each other, in any order and twice. What has not the digest is dropped. Not
 * thread-safe.
 */
final class PartJoiner {
    /** The largest record, in bytes, and the most that the unfinished records use. */
    static final int MAX_SIZE = 128 << 20;

    /** What a part uses besides its bytes, about. */
    private static final long OVERHEAD = 200;

    /** The unfinished records, oldest first. */
    private final Map<Whole, Map<Integer, byte[]>> unfinished = new LinkedHashMap<>();

    private long held;

    /** What the parts of a record have in common. */
    private record Whole(String release, String digest, int parts) {}

    /**
     * Takes a message.
     *
     * @return the record, if the message is its last missing part
     * @throws RecordException if a record is dropped, that of the message or an unfinished one; the next message can follow
     */
    Optional<ChainRecord> add(ConsumerRecord<byte[], byte[]> message) throws RecordException {
        Whole whole = new Whole(
                header(message, RecordMessages.RELEASE),
                header(message, RecordMessages.DIGEST),
                number(message, RecordMessages.PARTS));
        int part = number(message, RecordMessages.PART);
        byte[] bytes = message.value();
        if (bytes == null || part >= whole.parts()) {
            throw notOurs();
        }
        if (whole.parts() == 1) {
            return Optional.of(record(whole, bytes));
        }
        Map<Integer, byte[]> parts = unfinished.computeIfAbsent(whole, first -> new TreeMap<>());
        held += size(bytes);
        held -= Optional.ofNullable(parts.put(part, bytes))
                .map(PartJoiner::size)
                .orElse(0L);
        if (parts.size() == whole.parts()) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            parts.values().forEach(text::writeBytes);
            drop(whole);
            return Optional.of(record(whole, text.toByteArray()));
        }
        makeRoom();
        return Optional.empty();
    }

    /** Forgets the unfinished records. */
    void clear() {
        unfinished.clear();
        held = 0;
    }

    private void makeRoom() throws RecordException {
        List<String> dropped = new ArrayList<>();
        while (held > MAX_SIZE) {
            Whole oldest = unfinished.keySet().iterator().next();
            dropped.add("only %d of the %d parts of release %s came, and are dropped"
                    .formatted(drop(oldest), oldest.parts(), oldest.release()));
        }
        if (!dropped.isEmpty()) {
            throw new RecordException(String.join("; ", dropped));
        }
    }

    /** Forgets an unfinished record, and returns the number of its parts. */
    private int drop(Whole whole) {
        Map<Integer, byte[]> parts = Objects.requireNonNull(unfinished.remove(whole));
        held -= parts.values().stream().mapToLong(PartJoiner::size).sum();
        return parts.size();
    }

    private static long size(byte[] part) {
        return part.length + OVERHEAD;
    }

    private static ChainRecord record(Whole whole, byte[] text) throws RecordException {
        if (!DigestUtils.sha256Hex(text).equals(whole.digest())) {
            throw new RecordException(
                    "a record for release " + whole.release() + " is damaged: its digest is not that of its bytes");
        }
        return ChainRecord.parse(new String(text, StandardCharsets.UTF_8));
    }

    private static int number(ConsumerRecord<byte[], byte[]> message, String name) throws RecordException {
        String text = header(message, name);
        if (!text.matches("[0-9]{1,6}")) {
            throw notOurs();
        }
        return Integer.parseInt(text);
    }

    private static String header(ConsumerRecord<byte[], byte[]> message, String name) throws RecordException {
        Header header = message.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw notOurs();
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private static RecordException notOurs() {
        return new RecordException("a message is no record of On Record; let nobody else write to the topic");
    }
}
