// SPDX-License-Identifier: Apache-2.0
/**
 * Coding sheets: the text form in which people and language models code an article. A sheet is a view of the article's
 * Turtle file and not a second master: {@code compile} makes the file from sheet and text, {@code sheet} makes the sheet
 * from file and text, and both give back the same bytes.
 *
 * <p>What follows from the text and from position is not written. The rules for that are in one place, {@link
 * org.onrecord.sheet.coding.Rules}, which compiling and writing share: the writer leaves out a key if the rule gives its
 * value. What has no key has the name of its property as key, and what no key says stands under {@code turtle}.
 *
 * <p>{@link org.onrecord.sheet.coding.Coding} is what both sides have in common: places in the text in place of spans, and
 * the triples that are left.
 */
@NullMarked
package org.onrecord.sheet;

import org.jspecify.annotations.NullMarked;
