// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

/**
 * A stretch of one sentence that nothing covers, from its first letter or digit to its last.
 *
 * @param start the first code point, counted from 0
 * @param end the code point after the last
 * @param words what stands there
 */
public record Gap(int start, int end, String words) {
    /** Whether the stretch is one of the words that may be left over. */
    public boolean isConnective() {
        return Connective.is(words);
    }
}
