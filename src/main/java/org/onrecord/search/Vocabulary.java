// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.onrecord.search.Hit.MatchedField;
import org.onrecord.vocabulary.EditDistance;

/**
 * The words of an index. A word that it has, itself or one of its family, is not replaced by another; one that it does not
 * have may be the beginning or a misspelling of one that it has.
 */
final class Vocabulary {
    private static final int MIN_PREFIX_OF_NAME = 3;
    private static final int MIN_PREFIX = 4;
    private static final int MIN_MISSPELT = 5;
    private static final int NAME_OF_TWO_EDITS = 7;
    private static final int WORD_OF_TWO_EDITS = 9;

    private final Set<String> known = new HashSet<>();

    /** Word to spelling, of names. */
    private final Map<String, String> names = new HashMap<>();

    /** Word to spelling, of other texts. */
    private final Map<String, String> texts = new HashMap<>();

    Vocabulary(List<Entry> entries) {
        for (Entry entry : entries) {
            known.addAll(entry.related());
            known.addAll(entry.stems());
            boolean name = entry.field() == MatchedField.NAME;
            for (Word word : entry.indexed().toList()) {
                known.add(word.stem());
                known.addAll(word.spellings());
                (name ? names : texts).put(word.text(), Collections.min(word.spellings()));
            }
        }
    }

    /** Whether the index has the word or one of its family. */
    boolean has(Word word) {
        return known.contains(word.stem()) || word.spellings().stream().anyMatch(known::contains);
    }

    /**
     * The words that an unknown one may be the beginning of, else a misspelling of: spelling to word. Words are compared
     * letter by letter; more differences are allowed in names.
     */
    Map<String, String> near(Word word) {
        String typed = word.text();
        Map<String, String> found = near(
                name -> typed.length() >= MIN_PREFIX_OF_NAME && name.startsWith(typed),
                text -> typed.length() >= MIN_PREFIX && text.startsWith(typed));
        for (int edits = 1; found.isEmpty() && edits <= edits(typed, NAME_OF_TWO_EDITS); edits++) {
            int distance = edits;
            Predicate<String> like = other -> EditDistance.between(typed, other, distance) == distance;
            found = near(like, text -> distance <= edits(typed, WORD_OF_TWO_EDITS) && like.test(text));
        }
        return found;
    }

    private Map<String, String> near(Predicate<String> likeName, Predicate<String> likeText) {
        Map<String, String> found = new TreeMap<>();
        names.forEach((name, spelling) -> {
            if (likeName.test(name)) {
                found.put(spelling, name);
            }
        });
        texts.forEach((text, spelling) -> {
            if (likeText.test(text)) {
                found.putIfAbsent(spelling, text);
            }
        });
        return found;
    }

    /** The maximum edit distance: 0 with digits or fewer than 5 letters, 2 from so many letters, else 1. */
    private static int edits(String word, int two) {
        if (word.length() < MIN_MISSPELT || word.codePoints().anyMatch(Character::isDigit)) {
            return 0;
        }
        return word.length() < two ? 1 : 2;
    }
}
