// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.onrecord.release.Release;
import org.onrecord.source.Home;
import org.onrecord.vocabulary.BaseIri;

/** The questions of a home, by name. Those of the program take their examples from the home. Immutable. */
public final class Catalogue {
    private final SortedMap<String, Question> questions;

    private final boolean hasForeignExamples;

    private Catalogue(Collection<Question> questions, boolean hasForeignExamples) {
        SortedMap<String, Question> byName = new TreeMap<>();
        questions.forEach(question -> byName.put(question.name(), question));
        this.questions = Collections.unmodifiableSortedMap(byName);
        this.hasForeignExamples = hasForeignExamples;
    }

    /**
     * Reads every file below {@code queries/}, or the program's questions if the home has none.
     *
     * @throws org.onrecord.source.BrokenFileException for the first invalid file
     */
    public static Catalogue of(Home home) {
        BaseIri base = home.hasOwnQueries() ? home.base() : BaseIri.ONRECORD;
        return new Catalogue(
                home.queries().stream().map(file -> Question.read(file, base)).toList(), !home.hasOwnQueries());
    }

    /**
     * The catalogue with examples from the data of a release. Examples are kept after a change, for so long as the things that
     * they name exist: others may have become better ones.
     */
    public Catalogue in(Release release) {
        return in(() -> release);
    }

    /** The same, with a release that is only loaded if the examples depend on it. */
    public Catalogue in(Supplier<Release> release) {
        return hasForeignExamples
                ? release.get()
                        .index(
                                Catalogue.class,
                                indexed -> new Catalogue(Examples.in(indexed, List.copyOf(questions.values())), false),
                                (before, change) -> Optional.of(before).filter(known -> known.isOf(change.after())))
                : this;
    }

    /** Whether a graph has all things of the examples. */
    private boolean isOf(Graph graph) {
        BaseIri base = BaseIri.of(graph);
        return questions.values().stream()
                .flatMap(question -> question.examples().stream())
                .flatMap(example -> example.values().values().stream())
                .flatMap(List::stream)
                .filter(value -> value.contains("/"))
                .allMatch(value -> graph.contains(NodeFactory.createURI(base.thing(value)), Node.ANY, Node.ANY));
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
        return Similarity.nearest(name, questions.keySet());
    }
}
