// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import java.util.Comparator;
import org.apache.jena.graph.Node;

/** Orders by value for digit runs, so that {@code b-9} precedes {@code b-10}. Consistent with equals. */
public final class TermOrder {
    /** The order of terms in Turtle: IRIs before literals. */
    public static final Comparator<Node> TERMS = Comparator.comparing(Node::isLiteral)
            .thenComparing(
                    node -> node.isLiteral() ? node.getLiteralLexicalForm() : node.getURI(), TermOrder::compareText)
            .thenComparing(node -> node.isLiteral() ? node.getLiteralLanguage() : "")
            .thenComparing(node -> node.isLiteral() ? node.getLiteralDatatypeURI() : "");

    private TermOrder() {}

    /** Compares two strings, digit runs as numbers. Strings that differ only in leading zeros are not equal. */
    public static int compareText(String a, String b) {
        int i = equalChunks(a, b);
        int j = i;
        while (i < a.length() && j < b.length()) {
            int endA = chunkEnd(a, i);
            int endB = chunkEnd(b, j);
            int order = isDigit(a.charAt(i)) && isDigit(b.charAt(j))
                    ? compareNumbers(a.substring(i, endA), b.substring(j, endB))
                    : Character.compare(a.charAt(i), b.charAt(j));
            if (order != 0) {
                return order;
            }
            i = endA;
            j = endB;
        }
        int byLength = Integer.compare(a.length() - i, b.length() - j);
        return byLength != 0 ? byLength : a.compareTo(b);
    }

    /** The length of the common start, without digits at its end. */
    private static int equalChunks(String a, String b) {
        int end = 0;
        while (end < a.length() && end < b.length() && a.charAt(end) == b.charAt(end)) {
            end++;
        }
        while (end > 0 && isDigit(a.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static int compareNumbers(String a, String b) {
        String x = withoutLeadingZeros(a);
        String y = withoutLeadingZeros(b);
        return x.length() != y.length() ? Integer.compare(x.length(), y.length()) : x.compareTo(y);
    }

    private static String withoutLeadingZeros(String digits) {
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }

    /** A chunk is a run of digits, or one other character. */
    private static int chunkEnd(String text, int start) {
        int end = start + 1;
        while (isDigit(text.charAt(start)) && end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
