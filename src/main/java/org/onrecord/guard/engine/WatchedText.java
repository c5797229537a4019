// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import org.onrecord.guard.Budget;

/**
 * A text that counts every look at it, so that a pattern which backtracks for ever ends with its budget.
 *
 * @param text the text itself
 * @param budget what is charged
 */
record WatchedText(String text, Budget budget) implements CharSequence {
    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        budget.step();
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        budget.build(end - (long) start);
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
