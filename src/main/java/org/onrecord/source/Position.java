// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

/**
 * A place in a text file.
 *
 * @param line the line, counted from 1
 * @param column the column, counted from 1
 */
public record Position(long line, long column) {
    public Position {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("Lines and columns count from 1, not " + line + ":" + column);
        }
    }

    /** The form that editors and terminals turn into a link: {@code line:column}. */
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
