// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica.kafka;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.onrecord.release.chain.ChainRecord;
import org.onrecord.release.chain.RecordException;

/**
 * A record as messages: the bytes of its text, cut into parts that brokers accept as they are configured by default. Each has
 * the headers {@code release}, {@code digest} (SHA-256 of the whole text, 64 hex digits), {@code part} (from 0) and
 * {@code parts}.
 */
final class RecordMessages {
    static final String RELEASE = "release";
    static final String DIGEST = "digest";
    static final String PART = "part";
    static final String PARTS = "parts";

    /** In bytes: brokers and producers allow 1 MiB with everything around it. */
    static final int PART_SIZE = 900_000;

    private RecordMessages() {}

    /**
     * The messages of a record.
     *
     * @throws RecordException if it has more bytes than readers join
     */
    static List<ProducerRecord<byte[], byte[]>> of(String topic, ChainRecord record) throws RecordException {
        byte[] text = record.text().getBytes(StandardCharsets.UTF_8);
        String release = record.position().release();
        if (text.length > PartJoiner.MAX_SIZE) {
            throw new RecordException("the record of release " + release + " has " + text.length
                    + " bytes, and a topic takes " + PartJoiner.MAX_SIZE
                    + "; it is left out, and servers that follow the topic load dumps instead");
        }
        return of(topic, release, text);
    }

    /** The messages of a text of at most {@link PartJoiner#MAX_SIZE} bytes. */
    static List<ProducerRecord<byte[], byte[]>> of(String topic, String release, byte[] text) {
        int parts = Math.max(1, (text.length + PART_SIZE - 1) / PART_SIZE);
        String digest = DigestUtils.sha256Hex(text);
        List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int end = Math.min(text.length, (part + 1) * PART_SIZE);
            ProducerRecord<byte[], byte[]> message =
                    new ProducerRecord<>(topic, 0, null, Arrays.copyOfRange(text, part * PART_SIZE, end));
            message.headers()
                    .add(RELEASE, header(release))
                    .add(DIGEST, header(digest))
                    .add(PART, header(Integer.toString(part)))
                    .add(PARTS, header(Integer.toString(parts)));
            messages.add(message);
        }
        return messages;
    }

    private static byte[] header(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
