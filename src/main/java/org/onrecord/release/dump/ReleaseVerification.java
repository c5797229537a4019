// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import java.util.List;
import org.onrecord.release.ReleaseHash;

/**
 * Result of verifying a release.
 *
 * @param release the computed hashes
 * @param quads the number of quads
 * @param same the names of the files that match the graphs
 * @param summed the names of the files of which only the checksum was compared
 * @param faults the faults; empty if the release is valid
 */
public record ReleaseVerification(
        ReleaseHash release, long quads, List<String> same, List<String> summed, List<String> faults) {
    public ReleaseVerification {
        same = List.copyOf(same);
        summed = List.copyOf(summed);
        faults = List.copyOf(faults);
    }

    /** Whether there are no faults. */
    public boolean holds() {
        return faults.isEmpty();
    }
}
