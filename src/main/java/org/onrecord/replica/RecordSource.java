// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica;

import java.io.IOException;
import java.util.List;
import org.onrecord.release.chain.ChainRecord;

/** Where a replica gets the records of the chain of releases. For one thread. */
public interface RecordSource extends AutoCloseable {
    /**
     * Records that a source has.
     *
     * @param records in the order of the chain; there may be others before and between them
     * @param left the number of records that are known to come after these
     * @param lost whether the source does not lead on from the replica's release, so that the replica must load dumps again
     */
    record Batch(List<ChainRecord> records, long left, boolean lost) {
        public Batch {
            records = List.copyOf(records);
        }
    }

    /**
     * Waits for records, at most about a second.
     *
     * @param release the hash of the release that the replica holds
     * @throws IOException if the source cannot be reached, or sends what is no record; the message says why
     */
    Batch poll(String release) throws IOException, InterruptedException;

    /** Begins again with the first record that there is, because dumps were loaded. */
    void rewind();

    /** The name of the source for messages: what was given with {@code --follow}. */
    String name();

    @Override
    void close();
}
