// SPDX-License-Identifier: Apache-2.0
package org.onrecord.publish.proof;

import java.util.List;
import org.onrecord.knowledge.Release;

/**
 * What came of proving a release.
 *
 * @param release the hashes as they were reckoned again
 * @param quads how many were read
 * @param files how many files had their checksum compared
 * @param faults what is wrong, a sentence each; empty if the release is proved
 */
public record ReleaseProof(Release release, long quads, int files, List<String> faults) {
    public ReleaseProof {
        faults = List.copyOf(faults);
    }

    /** Whether nothing is wrong. */
    public boolean holds() {
        return faults.isEmpty();
    }
}
