// SPDX-License-Identifier: Apache-2.0
/**
 * The text index over names and contents: what a reader who writes a name in any of our languages and scripts finds.
 *
 * <p>Decisions. Every word is kept in a <em>spelling</em>: Latin letters without marks, in which Latin, Azerbaijani, Turkish,
 * Cyrillic and Armenian ways to write a name fall together ({@link org.onrecord.search.Spelling}). ICU's transliterators
 * were refused: they follow library standards, whose Latin forms differ from those that people write (so a second folding
 * would be needed all the same), and weigh 14 MB. Scores are counted by rules and not by word statistics, so that the order
 * of hits can be told and tested: a word that is found as it is, then by its beginning, then in a text, then with one or two
 * letters changed (only where nothing is found without: misspelling costs time); names before texts; ties by the order in which entries are kept.
 */
@NullMarked
package org.onrecord.search;

import org.jspecify.annotations.NullMarked;
