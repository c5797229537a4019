// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica.kafka;

import java.time.Instant;
import org.apache.commons.codec.digest.DigestUtils;
import org.onrecord.release.chain.ChainRecord;
import org.onrecord.release.chain.ChainRecord.Position;

/** Records of a chain of releases that nobody has. */
final class InventedRecords {
    static final String DATASET = "https://record.velmora.example/dataset";

    private InventedRecords() {}

    /** The hash of a release. */
    static String release(long number) {
        return DigestUtils.sha256Hex("release " + number);
    }

    /** The record that leads to a release. */
    static ChainRecord record(long number) {
        return record(number, DATASET, 10);
    }

    /** A record whose text is a little longer than a number of characters. */
    static ChainRecord large(long number, int length) {
        return record(number, DATASET, length);
    }

    static ChainRecord record(long number, String dataset, int length) {
        String line = "A <urn:s> <urn:p> \"\u0561\" <urn:g> .\n";
        return new ChainRecord(
                new Position("chain", number, release(number)),
                release(number - 1),
                "none",
                dataset,
                Instant.ofEpochSecond(number),
                "TX .\n" + line.repeat(length / line.length() + 1) + "TC .\n");
    }
}
