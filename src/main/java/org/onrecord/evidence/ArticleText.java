// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.onrecord.source.SourceFile;
import org.onrecord.source.UnreadableFileException;

/**
 * The text of an article, in Unicode code points. Immutable. A byte order mark counts as a code point; line ends are
 * unchanged.
 */
public final class ArticleText {
    private final String name;
    private final int[] codePoints;
    private final String digest;

    private ArticleText(String name, String text, String digest) {
        this.name = name;
        this.codePoints = text.codePoints().toArray();
        this.digest = digest;
    }

    /**
     * Reads a file.
     *
     * @throws UnreadableFileException if the file cannot be read or is not UTF-8
     */
    public static ArticleText read(SourceFile file) {
        try {
            return decode(file.name(), file.bytes());
        } catch (CharacterCodingException e) {
            throw new UnreadableFileException(file.name(), e);
        }
    }

    /** Decodes bytes; empty if they are not UTF-8. */
    public static Optional<ArticleText> of(String name, byte[] bytes) {
        try {
            return Optional.of(decode(name, bytes));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static ArticleText decode(String name, byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return new ArticleText(name, text, DigestUtils.sha256Hex(bytes));
    }

    /** The file name for messages. */
    public String name() {
        return name;
    }

    /** The SHA-256 of the file's bytes, 64 lower-case hexadecimal digits. */
    public String digest() {
        return digest;
    }

    /** The number of code points. */
    public int length() {
        return codePoints.length;
    }

    /** The whole text. */
    public String text() {
        return new String(codePoints, 0, codePoints.length);
    }

    /** Whether this is a non-empty range within the text. */
    public boolean holds(int start, int end) {
        return start >= 0 && start < end && end <= codePoints.length;
    }

    /**
     * The text between two code points, the end excluded.
     *
     * @throws IndexOutOfBoundsException if {@link #holds} is false for the range
     */
    public String substring(int start, int end) {
        if (!holds(start, end)) {
            throw new IndexOutOfBoundsException(
                    "'" + name + "' has " + length() + " code points; no range " + start + " to " + end);
        }
        return new String(codePoints, start, end - start);
    }

    /** The span of a range; see {@link #substring}. */
    public Span span(int start, int end) {
        return new Span(start, end, DigestUtils.sha256Hex(substring(start, end)));
    }

    /** All occurrences of the words, including overlapping ones, in text order. */
    public List<Span> find(String words) {
        int[] wanted = words.codePoints().toArray();
        List<Span> found = new ArrayList<>();
        for (int at = 0; wanted.length > 0 && at + wanted.length <= codePoints.length; at++) {
            if (Arrays.equals(codePoints, at, at + wanted.length, wanted, 0, wanted.length)) {
                found.add(span(at, at + wanted.length));
            }
        }
        return found;
    }

    /**
     * All occurrences of the words, ignoring case, the variants of quotation marks, dashes and white space, whether accents
     * are composed, soft hyphens and other characters without width.
     */
    public List<Span> findNormalized(String words) {
        List<Integer> origin = new ArrayList<>();
        String normal = normalize(codePoints, origin);
        String wanted = normalize(words.codePoints().toArray(), new ArrayList<>());
        List<Span> found = new ArrayList<>();
        int at = wanted.isEmpty() ? -1 : normal.indexOf(wanted);
        while (at >= 0) {
            int end = at + wanted.length();
            boolean inside = end < normal.length() && isMark(normal.codePointAt(end));
            if (!inside) {
                found.add(span(origin.get(at), origin.get(end - 1) + 1));
            }
            at = normal.indexOf(wanted, at + 1);
        }
        return found;
    }

    /** The normalized text, with the code point that each of its characters comes from. */
    private static String normalize(int[] text, List<Integer> origin) {
        StringBuilder normal = new StringBuilder();
        for (int at = 0; at < text.length; at++) {
            if (Character.getType(text[at]) != Character.FORMAT) {
                String decomposed = Normalizer.normalize(Character.toString(text[at]), Normalizer.Form.NFD);
                decomposed.codePoints().map(ArticleText::normalize).forEach(normal::appendCodePoint);
                while (origin.size() < normal.length()) {
                    origin.add(at);
                }
            }
        }
        return normal.toString();
    }

    private static boolean isMark(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static int normalize(int c) {
        if ("\"'`\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u201F\u00AB\u00BB".indexOf(c) >= 0) {
            return '"';
        }
        if (Character.getType(c) == Character.DASH_PUNCTUATION || c == '\u2212') {
            return '-';
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : Character.toLowerCase(c);
    }

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
}
