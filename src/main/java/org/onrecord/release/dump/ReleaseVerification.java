// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import java.util.List;
import org.onrecord.release.ReleaseHash;

/**
 * What came of proving a release.
 *
 * @param release the hashes as they were reckoned again
 * @param quads how many were read
 * @param same the names of the files that were read again and say what the graphs say
 * @param summed the names of the files of which nothing but the checksum was compared
 * @param faults what is wrong, a sentence each; empty if the release is proved
 */
public record ReleaseVerification(
        ReleaseHash release, long quads, List<String> same, List<String> summed, List<String> faults) {
    public ReleaseVerification {
        same = List.copyOf(same);
        summed = List.copyOf(summed);
        faults = List.copyOf(faults);
    }

    /** Whether nothing is wrong. */
    public boolean holds() {
        return faults.isEmpty();
    }
}
