// SPDX-License-Identifier: Apache-2.0
/**
 * Full-text search over names and contents in several languages and scripts.
 *
 * <p>Decisions. Words are indexed in a normalized <em>spelling</em>: Latin letters without diacritics, equal for Latin,
 * Azerbaijani, Turkish, Cyrillic and Armenian forms of a name ({@link org.onrecord.search.Spelling}). ICU's
 * transliterators are not used: they follow library standards, which differ from common transliterations, and need 14
 * MB. Scores follow fixed weights instead of word statistics, so that the order of hits is predictable: exact matches,
 * then prefixes, then words in texts, then fuzzy matches (only if there are no others, because they are slow); names
 * before texts; ties in index order.
 */
@NullMarked
package org.onrecord.search;

import org.jspecify.annotations.NullMarked;
