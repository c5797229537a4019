// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

import java.util.List;

/**
 * What became of proving a graph against a folder of texts.
 *
 * @param outcomes one for each article, in the order of their IRIs
 * @param notes what of the folder was passed over, and why
 */
public record VerificationResult(List<ArticleOutcome> outcomes, List<String> notes) {
    public VerificationResult {
        outcomes = List.copyOf(outcomes);
        notes = List.copyOf(notes);
    }

    /** Whether every article's text is there and everything that the graph says of it is so. */
    public boolean holds() {
        return outcomes.stream().allMatch(ArticleOutcome::holds);
    }
}
