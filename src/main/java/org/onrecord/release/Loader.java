// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.onrecord.engine.StoredDataset;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.Home;
import org.onrecord.source.Position;
import org.onrecord.source.Progress;
import org.onrecord.source.SourceFile;
import org.onrecord.source.TurtleFile;
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
        long start = System.nanoTime();
        List<ReadFile> ontology = ReadFile.all(home.ontology(), progress);
        List<ReadFile> data = ReadFile.all(home.data(), progress);
        List<TurtleFile> terms = ontology.stream().map(ReadFile::content).toList();
        List<TurtleFile> facts = data.stream().map(ReadFile::content).toList();
        checkNames(Stream.concat(terms.stream(), facts.stream()).map(TurtleFile::name));
        progress.step(step("read %d files".formatted(terms.size() + facts.size()), start));
        start = System.nanoTime();
        BaseIri base = base(Stream.concat(terms.stream(), facts.stream()));
        Map<String, Graph> named = named(terms, facts, base);
        Derivation derivation = new Derivation(rules, base);
        derivation.addTexts(named);
        ReleaseHash hashes = ReleaseHash.of(named);
        StoredDataset dataset = derivation.derive(Release.dataset(named));
        progress.step(step("hashed %d graphs and derived %d".formatted(named.size(), rules.size()), start));
        Validator validator = new Validator(terms);
        start = System.nanoTime();
        Results results = validator.results(dataset.explicit(), progress);
        progress.step(step("validated them", start));
        return new LoadedHome(dataset, files(ontology), files(data), validator, results)
                .loading(new Release(dataset, hashes));
    }

    private static List<LoadedFile> files(List<ReadFile> read) {
        return read.stream().map(ReadFile::file).toList();
    }

    /** The base that one of the files says. */
    private static BaseIri base(Stream<TurtleFile> files) {
        return files.map(file -> BaseIri.of(file.graph()))
                .filter(said -> !said.equals(BaseIri.ONRECORD))
                .findFirst()
                .orElse(BaseIri.ONRECORD);
    }

    /** What was done, and how long it took. */
    static String step(String done, long start) {
        return String.format(Locale.ROOT, "%s (%.2f s)", done, (System.nanoTime() - start) / 1e9);
    }

    /** Graph IRI to graph; a file without triples has none, because quads could not hold it. */
    private static Map<String, Graph> named(List<TurtleFile> ontology, List<TurtleFile> data, BaseIri base) {
        Map<String, Graph> named = new LinkedHashMap<>();
        ontology.forEach(file -> named.put(Namespace.GRAPHS + SourceFile.slug(file.name()), file.graph()));
        data.forEach(file -> named.put(base.graph(SourceFile.slug(file.name())), file.graph()));
        named.values().removeIf(Graph::isEmpty);
        return named;
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
