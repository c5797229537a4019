// SPDX-License-Identifier: Apache-2.0
/**
 * Full-text search over names and contents in several languages and scripts.
 *
 * <p>Decisions. Words are indexed in a normalized <em>spelling</em>: Latin letters without diacritics, equal for Latin,
 * Azerbaijani, Turkish, Cyrillic and Armenian forms of a name ({@link org.onrecord.search.Spelling}). ICU's
 * transliterators are not used: they follow library standards, which differ from common transliterations, and need 14
 * MB. Scores follow fixed weights instead of word statistics, so that the order of hits is predictable: names before texts,
 * exact words before words of the same family; ties by kind of text, weight and name. Only a word that nothing has is taken for the
 * beginning or a misspelling of another, and the result says so.
 *
 * <p>The indexes of releases that follow from each other are states of one Lucene index ({@link
 * org.onrecord.search.SearchStore}), in memory or in a folder: a change replaces the documents that it affects, also those
 * of statements about a renamed thing, and each release has a reader of its own.
 */
@NullMarked
package org.onrecord.search;

import org.jspecify.annotations.NullMarked;
