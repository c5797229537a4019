// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import java.util.Set;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * A word of a text.
 *
 * @param text the word in lower case
 * @param spellings its one or two spellings, normalized by {@link Spelling}
 * @param stem its stem by the English Snowball stemmer, which words of one family share: {@code equal} for equality
 */
record Word(String text, Set<String> spellings, String stem) {
    /**
     * The word of a lower-case text.
     *
     * @param american the text in American spelling
     */
    static Word of(String lower, Set<String> spellings, String american) {
        EnglishStemmer stemmer = new EnglishStemmer();
        stemmer.setCurrent(american);
        stemmer.stem();
        return new Word(lower, spellings, stemmer.getCurrent());
    }
}
