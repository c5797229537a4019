// SPDX-License-Identifier: Apache-2.0
package org.onrecord.curation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.onrecord.release.LoadedHome;
import org.onrecord.release.Loader;
import org.onrecord.release.Loading;
import org.onrecord.release.Snapshot;
import org.onrecord.source.Formatted;
import org.onrecord.source.Home;
import org.onrecord.source.Layout;
import org.onrecord.source.TurtleFile;
import org.onrecord.source.TurtleReader;
import org.onrecord.source.TurtleWriter;
import org.onrecord.validation.Report;
import org.onrecord.validation.Validator;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Rec;

/**
 * A change of the data files of a home: in memory, validated as a whole, then written. Files and shapes are read once;
 * after {@link #refresh} only files that changed on disk are read again, so that an edit can be used for many changes.
 * For one thread.
 */
public final class HomeEdit {
    private final Home home;
    private final Optional<LoadedHome> packaged;
    private final FileCache cache;
    /** The resulting files of this edit, by name; a file that is absent but {@code original} is deleted. */
    private final Map<String, TurtleFile> files = new TreeMap<>();

    /** The canonical text of each file that was put. */
    private final Map<String, String> texts = new TreeMap<>();

    /** The state of each file that was found to have no comment. */
    private final Map<String, String> withoutComments = new TreeMap<>();

    private State state;

    /** The parts that are computed once: what was read, and the report on the current files. */
    private record State(
            List<TurtleFile> ontology,
            Validator validator,
            Map<String, TurtleFile> original,
            BaseIri base,
            Optional<ValidatedFiles> validated,
            Optional<Report> report) {
        State with(Optional<Report> other) {
            return new State(ontology, validator, original, base, validated, other);
        }

        State with(ValidatedFiles files, Report other) {
            return new State(ontology, validator, original, base, Optional.of(files), Optional.of(other));
        }
    }

    /**
     * Reads the files of a home.
     *
     * @throws org.onrecord.source.BrokenFileException if a file cannot be parsed
     */
    public HomeEdit(Home home) {
        this.home = home;
        this.packaged = Snapshot.bundled(home).map(Loading.Ready::home);
        this.cache = new FileCache(packaged);
        List<TurtleFile> ontology = cache.read(home.ontology());
        this.state = read(new State(
                ontology,
                Validator.preparing(ontology),
                Map.of(),
                BaseIri.ONRECORD,
                Optional.empty(),
                Optional.empty()));
    }

    /** Discards all changes that were not written, and reads what changed on disk. */
    public void refresh() {
        state = read(state);
    }

    private State read(State known) {
        List<TurtleFile> ontology = cache.read(home.ontology());
        boolean same = ontology.equals(known.ontology());
        texts.clear();
        files.clear();
        cache.read(home.data()).forEach(file -> files.put(file.name(), file));
        BaseIri base = files.values().stream()
                .map(TurtleFile::graph)
                .filter(graph -> graph.contains(Node.ANY, VOID.uriSpace.asNode(), Node.ANY))
                .findFirst()
                .map(BaseIri::of)
                .orElse(BaseIri.ONRECORD);
        return new State(
                ontology,
                same ? known.validator() : Validator.preparing(ontology),
                Map.copyOf(files),
                base,
                known.validated().filter(files -> same),
                Optional.empty());
    }

    /** The home. */
    public Home home() {
        return home;
    }

    /** The base of the home's IRIs. */
    public BaseIri base() {
        return state.base();
    }

    /** The layout of the home's data files. */
    public Layout layout() {
        return Layout.of(base());
    }

    /** The files of the ontology. */
    public List<TurtleFile> ontology() {
        return state.ontology();
    }

    /** The data files as they result from the changes, sorted by name; put files have the positions of their text. */
    public List<TurtleFile> files() {
        return List.copyOf(files.values());
    }

    /** A data file as it results from the changes. */
    public Optional<TurtleFile> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** A data file as it was read; empty if there was none of that name. */
    public Optional<TurtleFile> original(String name) {
        return Optional.ofNullable(state.original().get(name));
    }

    /**
     * Replaces or adds a file.
     *
     * @param name such as {@code data/articles/x.ttl}
     * @param graph its content
     * @throws EditRefusedException if the name is not that of a file in {@code data/}
     * @throws org.onrecord.source.BrokenFileException if a comment of the replaced file would be lost
     * @throws IllegalArgumentException if the graph contains a blank node
     */
    public void put(String name, Graph graph) {
        folder().path(name);
        String text = TurtleWriter.write(graph, layout());
        rejectComments(name);
        texts.put(name, text);
        files.put(name, TurtleReader.read(name, text.getBytes(StandardCharsets.UTF_8)));
        changed();
    }

    /** Rejects a comment that would be lost. A file is searched once, because that takes as long as writing it. */
    private void rejectComments(String name) {
        original(name).flatMap(file -> cache.entry(name)).ifPresent(entry -> {
            if (!entry.state().equals(withoutComments.get(name))) {
                Formatted.rejectComments(entry.source());
                withoutComments.put(name, entry.state());
            }
        });
    }

    /**
     * Deletes a file.
     *
     * @throws EditRefusedException if there is no such file
     */
    public void delete(String name) {
        folder().path(name);
        if (files.remove(name) == null) {
            throw new EditRefusedException(
                    "There is no data file '" + name + "'; the data files are " + String.join(", ", files.keySet()));
        }
        texts.remove(name);
        changed();
    }

    /** Replaces a file, or deletes it if the graph is empty. */
    void replace(String name, Graph graph) {
        if (graph.isEmpty()) {
            delete(name);
        } else {
            put(name, graph);
        }
    }

    private void changed() {
        state = state.with(Optional.empty());
    }

    /**
     * Validates ontology and all data files as they result from the changes. A second call without changes between
     * returns the same report.
     *
     * @throws org.onrecord.source.BrokenFileException if two files have the same graph name
     */
    public Report validate() {
        State known = state;
        if (known.report().isPresent()) {
            return known.report().get();
        }
        List<TurtleFile> all = Stream.concat(known.ontology().stream(), files.values().stream())
                .toList();
        Loader.checkNames(all.stream().map(TurtleFile::name));
        ValidatedFiles validated = known.validated()
                .or(() -> packaged.flatMap(
                        home -> ValidatedFiles.packaged(home, cache.packaged(), known.validator(), all)))
                .map(before -> before.with(all))
                .orElseGet(() -> ValidatedFiles.of(known.validator(), all));
        Report report = validated.report(all);
        state = known.with(validated, report);
        return report;
    }

    /** The names of the files that {@link #write} would write or delete, sorted. */
    public List<String> pending() {
        List<String> names = new ArrayList<>(unequal().keySet());
        names.addAll(deleted());
        return names.stream().sorted().toList();
    }

    /**
     * Validates and, if there are no violations, writes the files whose bytes change: each to a temporary file beside
     * it, which then replaces it.
     *
     * @return the report; nothing is written unless it conforms
     * @throws EditRefusedException if a file to be written changed on disk since it was read
     * @throws java.io.UncheckedIOException if a file cannot be written
     */
    public Report write() {
        Report report = validate();
        if (report.conforms()) {
            Map<String, String> written = unequal();
            List<String> deleted = deleted();
            rejectChangedOnDisk(written.keySet());
            rejectChangedOnDisk(deleted);
            folder().change(written, deleted);
            refresh();
            written.keySet()
                    .forEach(name -> cache.entry(name).ifPresent(entry -> withoutComments.put(name, entry.state())));
            state = state.with(Optional.of(report));
        }
        return report;
    }

    private Map<String, String> unequal() {
        Map<String, String> unequal = new TreeMap<>(texts);
        unequal.entrySet().removeIf(text -> folder().has(text.getKey(), text.getValue()));
        return unequal;
    }

    private List<String> deleted() {
        return state.original().keySet().stream()
                .filter(name -> !files.containsKey(name))
                .sorted()
                .toList();
    }

    private void rejectChangedOnDisk(Collection<String> names) {
        Map<String, Path> present = new TreeMap<>();
        home.data().forEach(file -> present.put(file.name(), file.path()));
        for (String name : names) {
            boolean current = original(name).isPresent()
                    ? present.containsKey(name)
                            && cache.entry(name)
                                    .filter(FileCache.Entry::isCurrent)
                                    .isPresent()
                    : !present.containsKey(name);
            if (!current) {
                throw new EditRefusedException(
                        "'" + name + "' changed on disk since it was read; nothing was written, run the command again");
            }
        }
    }

    private DataFolder folder() {
        return new DataFolder(home.root());
    }

    /** The file of an article: the one that types it as article; empty if there is none. */
    public Optional<TurtleFile> fileOf(Node article) {
        return files.values().stream()
                .filter(file -> file.graph().contains(article, RDF.Nodes.type, Rec.ARTICLE))
                .findFirst();
    }
}
