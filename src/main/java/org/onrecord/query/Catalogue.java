// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.onrecord.source.Home;
import org.onrecord.source.SourceFile;

/** The questions of a home, by name. Immutable. */
public final class Catalogue {
    private final SortedMap<String, Question> questions;

    private Catalogue(SortedMap<String, Question> questions) {
        this.questions = Collections.unmodifiableSortedMap(questions);
    }

    /**
     * Reads every file below {@code queries/}.
     *
     * @throws org.onrecord.source.BrokenFileException for the first invalid file
     */
    public static Catalogue of(Home home) {
        SortedMap<String, Question> found = new TreeMap<>();
        for (SourceFile file : home.queries()) {
            Question question = Question.read(file);
            found.put(question.name(), question);
        }
        return new Catalogue(found);
    }

    /** The questions, sorted by name. */
    public Collection<Question> questions() {
        return questions.values();
    }

    /** The question with a name; see {@link #nearest} for suggestions. */
    public Optional<Question> find(String name) {
        return Optional.ofNullable(questions.get(name));
    }

    /** At most three names similar to an unknown one, the most similar first. */
    public List<String> nearest(String name) {
        return Names.nearest(name, questions.keySet());
    }
}
