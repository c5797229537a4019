// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A byte range of a file (RFC 9110, section 14).
 *
 * @param from the offset of the first byte
 * @param length in bytes; 0 if the range is not satisfiable
 */
record ByteRange(long from, long length) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * Parses a {@code Range} header; empty if it is malformed or has several ranges, so that the whole file is sent.
     */
    static Optional<ByteRange> of(String header, long size) {
        Matcher matcher = ONE.matcher(header);
        if (!matcher.matches() || header.endsWith("=-")) {
            return Optional.empty();
        }
        if (matcher.group(1).isEmpty()) {
            long last = Math.min(size, Long.parseLong(matcher.group(2)));
            return Optional.of(new ByteRange(size - last, last));
        }
        long from = Long.parseLong(matcher.group(1));
        long to = matcher.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(matcher.group(2)));
        if (!matcher.group(2).isEmpty() && Long.parseLong(matcher.group(2)) < from) {
            return Optional.empty();
        }
        return Optional.of(new ByteRange(from, Math.max(0, to - from + 1)));
    }

    /** The value of {@code Content-Range}. */
    String content(long size) {
        return length == 0 ? "bytes */" + size : "bytes " + from + "-" + (from + length - 1) + "/" + size;
    }
}
