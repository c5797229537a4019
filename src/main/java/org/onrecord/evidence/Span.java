// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

/**
 * A contiguous part of an article's text.
 *
 * @param start the first code point, counted from 0
 * @param end the code point after the last
 * @param digest the SHA-256 of the text's UTF-8 bytes, 64 lower-case hexadecimal digits
 */
public record Span(int start, int end, String digest) {
    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("Invalid span " + start + " to " + end + ": use 0 <= start < end");
        }
    }
}
