// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

/**
 * A position in a text file.
 *
 * @param line the line, counted from 1
 * @param column the column, counted from 1
 */
public record Position(long line, long column) {
    public Position {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("Line and column start at 1, got " + line + ":" + column);
        }
    }

    /** The position of a character of a text, or after the last one. */
    static Position at(String text, int index) {
        long line = text.substring(0, index).chars().filter(c -> c == '\n').count() + 1;
        return new Position(line, index - text.lastIndexOf('\n', index - 1));
    }

    /** {@code line:column}. */
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
