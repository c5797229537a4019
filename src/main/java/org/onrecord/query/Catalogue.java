// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.onrecord.release.Release;
import org.onrecord.source.Home;
import org.onrecord.vocabulary.BaseIri;

/**
 * The questions of a home, by name. Those of the program take their examples from the home, each when it is first needed.
 * Immutable and thread-safe.
 */
public final class Catalogue {
    private final SortedMap<String, FutureTask<Question>> questions;

    private final boolean hasForeignExamples;

    /** The catalogue whose examples were replaced. */
    private final Optional<Catalogue> source;

    private Catalogue(
            SortedMap<String, FutureTask<Question>> questions, boolean hasForeignExamples, Optional<Catalogue> source) {
        this.questions = Collections.unmodifiableSortedMap(questions);
        this.hasForeignExamples = hasForeignExamples;
        this.source = source;
    }

    private static Catalogue of(Collection<Question> all, boolean hasForeignExamples) {
        SortedMap<String, FutureTask<Question>> questions = new TreeMap<>();
        all.forEach(question -> questions.put(question.name(), new FutureTask<>(() -> question)));
        return new Catalogue(questions, hasForeignExamples, Optional.empty());
    }

    /**
     * Reads every file below {@code queries/}, or the program's questions if the home has none.
     *
     * @throws org.onrecord.source.BrokenFileException for the first invalid file
     */
    public static Catalogue of(Home home) {
        BaseIri base = home.hasOwnQueries() ? home.base() : BaseIri.ONRECORD;
        return of(home.queries().stream().map(file -> Question.read(file, base)).toList(), !home.hasOwnQueries());
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
                                indexed -> with(indexed, name -> Optional.empty()),
                                (before, change) -> Optional.of(with(release.get(), before::chosen)))
                : this;
    }

    /** @param known gives a question whose examples were chosen before */
    private Catalogue with(Release release, Function<String, Optional<Question>> known) {
        FutureTask<Examples> examples = new FutureTask<>(() -> new Examples(release));
        SortedMap<String, FutureTask<Question>> chosen = new TreeMap<>();
        questions.forEach((name, question) -> {
            Optional<Question> earlier = known.apply(name).filter(found -> isOf(found, release));
            FutureTask<Question> task =
                    new FutureTask<>(() -> earlier.orElseGet(() -> get(examples).question(get(question))));
            earlier.ifPresent(found -> task.run());
            chosen.put(name, task);
        });
        return new Catalogue(chosen, false, Optional.of(this));
    }

    /** The questions as their files have them: in a large release, choosing all examples takes long. */
    public Catalogue asRead() {
        return source.orElse(this);
    }

    /** A question whose examples have been chosen. */
    private Optional<Question> chosen(String name) {
        return Optional.ofNullable(questions.get(name))
                .filter(FutureTask::isDone)
                .map(Catalogue::get);
    }

    /** Whether a release has all things of the examples of a question. */
    private static boolean isOf(Question question, Release release) {
        return question.examples().stream()
                .flatMap(example -> example.values().values().stream())
                .flatMap(List::stream)
                .filter(value -> value.contains("/"))
                .map(value -> NodeFactory.createURI(release.base().thing(value)))
                .allMatch(thing -> release.everything().contains(thing, Node.ANY, Node.ANY));
    }

    private static <T> T get(FutureTask<T> task) {
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The examples of a question cannot be chosen", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while choosing examples", e);
        }
    }

    /** The questions, sorted by name. */
    public Collection<Question> questions() {
        return questions.values().stream().map(Catalogue::get).toList();
    }

    /** The question with a name; see {@link #nearest} for suggestions. */
    public Optional<Question> find(String name) {
        return Optional.ofNullable(questions.get(name)).map(Catalogue::get);
    }

    /** At most three names similar to an unknown one, the most similar first. */
    public List<String> nearest(String name) {
        return Similarity.nearest(name, questions.keySet());
    }
}
