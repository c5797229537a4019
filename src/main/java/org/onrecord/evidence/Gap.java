// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

/**
 * An uncovered part of a sentence, trimmed to its first and last letter or digit.
 *
 * @param start the first code point, counted from 0
 * @param end the code point after the last
 * @param words its text
 */
public record Gap(int start, int end, String words) {
    /** Whether the text is a connective, which may remain uncovered. */
    public boolean isConnective() {
        return Connective.is(words);
    }
}
