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

    /** {@code line:column}. */
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
