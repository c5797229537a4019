// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.write;

import java.util.List;

/** Notes that end with the same sentences. */
final class Notes {
    private Notes() {}

    /** The sentences at the end that all of several notes have; empty if there are none, or less than two notes. */
    static String commonEnd(List<String> notes) {
        if (notes.size() < 2) {
            return "";
        }
        String first = notes.get(0);
        for (int from = 0; from >= 0; from = next(first, from)) {
            String end = first.substring(from);
            if (!end.isEmpty() && notes.stream().allMatch(other -> other.equals(end) || other.endsWith(" " + end))) {
                return end;
            }
        }
        return "";
    }

    /** The common end of notes, without its first sentences as long as another note has them. */
    static String commonEnd(List<String> notes, List<String> others) {
        String end = commonEnd(notes);
        while (next(end, 0) > 0) {
            String first = end.substring(0, next(end, 0)).strip();
            if (others.stream().noneMatch(other -> other.contains(first))) {
                return end;
            }
            end = end.substring(next(end, 0));
        }
        return end;
    }

    private static int next(String text, int from) {
        int end = text.indexOf(". ", from);
        return end < 0 ? -1 : end + 2;
    }

    /** A note without sentences at its end. */
    static String without(String note, String end) {
        return end.isEmpty() || !note.endsWith(end)
                ? note
                : note.substring(0, note.length() - end.length()).strip();
    }
}
