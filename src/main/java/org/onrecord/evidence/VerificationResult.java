// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

import java.util.List;

/**
 * Result of verifying a graph against a folder of texts.
 *
 * @param outcomes one per article, sorted by IRI
 * @param notes the skipped files, with the reason
 */
public record VerificationResult(List<ArticleOutcome> outcomes, List<String> notes) {
    public VerificationResult {
        outcomes = List.copyOf(outcomes);
        notes = List.copyOf(notes);
    }

    /** Whether all texts were found without differences. */
    public boolean holds() {
        return outcomes.stream().allMatch(ArticleOutcome::holds);
    }
}
