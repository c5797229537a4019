// SPDX-License-Identifier: Apache-2.0
/**
 * Words that point into an article's text: {@code whole words}, {@code first words .. last words},
 * {@code context [the words] context}, {@code 120-140}. Blanks are equal, and quotation marks, apostrophes and dashes each
 * in their class; only whole words match; case counts.
 */
@NullMarked
package org.onrecord.sheet.text;

import org.jspecify.annotations.NullMarked;
