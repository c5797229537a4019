// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.onrecord.engine.StoreBuilder;
import org.onrecord.engine.StoredDataset;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.Home;
import org.onrecord.source.Position;
import org.onrecord.source.Progress;
import org.onrecord.source.SourceFile;
import org.onrecord.validation.Results;
import org.onrecord.validation.Validator;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Namespace;

/**
 * Loads a home: parses the files, builds the release and validates it. Of a home that was loaded before, by this process,
 * by the one that left a snapshot, or by the build, only what changed is read, derived and validated.
 */
public final class Loader {
    private final Home home;
    private final Progress progress;

    /**
     * Creates a loader.
     *
     * @param progress receives one line after each step
     */
    public Loader(Home home, Progress progress) {
        this.home = home;
        this.progress = progress;
    }

    /** Loads the home. */
    public Loading load() {
        return load(Optional.empty());
    }

    /**
     * Loads the home.
     *
     * @param before an earlier load of the home
     * @throws BrokenFileException if a file cannot be parsed, or two files have the same graph name
     * @throws org.onrecord.source.UnreadableFileException if a file cannot be read
     */
    public Loading load(Optional<Loading.Ready> before) {
        home.warnings().forEach(warning -> progress.step("warning: " + warning));
        List<Rule> rules = home.rules().stream().map(Rule::read).toList();
        return before.or(() -> Snapshot.bundled(home))
                .flatMap(ready ->
                        new Update(ready, new Derivation(rules, ready.release().base()), progress).load(home))
                .orElseGet(() -> whole(rules));
    }

    private Loading whole(List<Rule> rules) {
        checkNames(Stream.of(home.ontology(), home.data()).flatMap(List::stream).map(SourceFile::name));
        long start = System.nanoTime();
        StoreBuilder builder = new StoreBuilder();
        List<ReadFile> terms = ReadFile.all(home.ontology(), progress);
        List<Stated> ontology = Stated.of(terms, builder);
        List<Stated> data = new ArrayList<>();
        ReadFile.some(home.data(), progress, some -> data.addAll(Stated.of(some, builder)));
        progress.step(step("read and hashed %d files".formatted(ontology.size() + data.size()), start));
        start = System.nanoTime();
        Derivation derivation = new Derivation(rules, base(Stream.of(ontology, data)));
        ReleaseHash hashes = named(ontology, data, derivation, builder);
        StoredDataset dataset = new StoredDataset(
                derivation.derive(new StoredDataset(builder.build())).build());
        progress.step(step("derived %d graphs".formatted(rules.size()), start));
        start = System.nanoTime();
        Validator validator =
                new Validator(terms.stream().map(ReadFile::content).toList());
        Results results = validator.results(dataset.explicit(), progress);
        progress.step(step("validated them", start));
        return new LoadedHome(dataset, files(ontology), files(data), validator, results)
                .loading(new Release(dataset, hashes));
    }

    /**
     * A file whose triples a builder has.
     *
     * @param file the file as it was read
     * @param graph the number of its graph
     * @param hash the hash of its graph; empty if it has no triples, because quads could not hold such a graph
     * @param base the base that it says
     */
    private record Stated(LoadedFile file, int graph, Optional<String> hash, BaseIri base) {
        static List<Stated> of(List<ReadFile> files, StoreBuilder builder) {
            List<Optional<String>> hashes = files.parallelStream()
                    .map(file -> Optional.of(file.content().graph())
                            .filter(graph -> !graph.isEmpty())
                            .map(ReleaseHash::of))
                    .toList();
            List<Stated> stated = new ArrayList<>();
            for (int at = 0; at < files.size(); at++) {
                Graph graph = files.get(at).content().graph();
                stated.add(new Stated(files.get(at).file(), builder.add(graph), hashes.get(at), BaseIri.of(graph)));
            }
            return stated;
        }

        String slug() {
            return SourceFile.slug(file.name());
        }
    }

    private static List<LoadedFile> files(List<Stated> stated) {
        return stated.stream().map(Stated::file).toList();
    }

    /** The base that one of the files says. */
    private static BaseIri base(Stream<List<Stated>> files) {
        return files.flatMap(List::stream)
                .map(Stated::base)
                .filter(said -> !said.equals(BaseIri.ONRECORD))
                .findFirst()
                .orElse(BaseIri.ONRECORD);
    }

    /** Names the graphs of the files, and adds that of the rules. */
    private static ReleaseHash named(
            List<Stated> ontology, List<Stated> data, Derivation derivation, StoreBuilder builder) {
        SortedMap<String, String> hashes = new TreeMap<>();
        BiConsumer<Stated, String> naming = (stated, name) -> stated.hash().ifPresent(hash -> {
            builder.name(stated.graph(), NodeFactory.createURI(name));
            hashes.put(name, hash);
        });
        ontology.forEach(stated -> naming.accept(stated, Namespace.GRAPHS + stated.slug()));
        data.forEach(stated -> naming.accept(stated, derivation.base().graph(stated.slug())));
        Graph rules = derivation.texts();
        if (!rules.isEmpty()) {
            builder.add(NodeFactory.createURI(Derivation.RULES), rules);
            hashes.put(Derivation.RULES, ReleaseHash.of(rules));
        }
        return new ReleaseHash(hashes);
    }

    /** What was done, and how long it took. */
    static String step(String done, long start) {
        return String.format(Locale.ROOT, "%s (%.2f s)", done, (System.nanoTime() - start) / 1e9);
    }

    /**
     * Checks that the names of the graphs of files differ, whatever their base, because a page address does not tell it.
     *
     * @param files the names of the files of ontology and data
     * @throws BrokenFileException if two files have the same graph name
     */
    public static void checkNames(Stream<String> files) {
        Set<String> names = new HashSet<>(Set.of("rules"));
        files.forEach(file -> {
            String name = SourceFile.slug(file);
            if (!names.add(name) || name.startsWith(Rule.DERIVED)) {
                throw new BrokenFileException(
                        file, new Position(1, 1), "The graph name '" + name + "' is in use; rename the file");
            }
        });
    }
}
