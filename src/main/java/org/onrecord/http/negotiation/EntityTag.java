// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http.negotiation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** Entity tags (RFC 9110, section 8.8.3), one for each content coding. */
public final class EntityTag {
    private static final String GZIP = "-gzip";
    private static final int BYTES = 16;

    private EntityTag() {}

    /** The weak tag of a sequence of texts. */
    public static String weak(String... parts) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        for (String part : parts) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return "W/\"" + HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), BYTES)) + "\"";
    }

    /** The strong tag of bytes. */
    public static String strong(byte[] bytes) {
        return '"' + HexFormat.of().formatHex(Arrays.copyOf(DigestUtils.sha256(bytes), BYTES)) + '"';
    }

    /** The tag of the same content in gzip. */
    public static String coded(String tag) {
        return tag.substring(0, tag.length() - 1) + GZIP + "\"";
    }

    /**
     * The tag that matches {@code If-None-Match}, in any content coding, by weak comparison (section 13.1.2).
     *
     * @param header the value of {@code If-None-Match}, or null
     * @param tag the tag of the content
     */
    public static Optional<String> matching(@Nullable String header, String tag) {
        if (header == null) {
            return Optional.empty();
        }
        if (header.trim().equals("*")) {
            return Optional.of(tag);
        }
        return Arrays.stream(header.split(","))
                .map(String::trim)
                .flatMap(given ->
                        Stream.of(tag, coded(tag)).filter(own -> opaque(own).equals(opaque(given))))
                .findFirst();
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
