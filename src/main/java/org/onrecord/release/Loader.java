// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.onrecord.engine.StoredDataset;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.Home;
import org.onrecord.source.MergedGraph;
import org.onrecord.source.Position;
import org.onrecord.source.SourceFile;
import org.onrecord.source.TurtleFile;
import org.onrecord.source.TurtleReader;
import org.onrecord.validation.Report;
import org.onrecord.validation.Validator;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Namespace;

/**
 * Loads a home: parses the files, builds the release and validates it, unless it was already validated by the build. Of a
 * home that was loaded before, only what changed is read, derived and validated.
 */
public final class Loader {
    private final Home home;
    private final Consumer<String> progress;

    /**
     * Creates a loader.
     *
     * @param progress receives one line after each step
     */
    public Loader(Home home, Consumer<String> progress) {
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
        home.warnings().forEach(warning -> progress.accept("warning: " + warning));
        List<Rule> rules = home.rules().stream().map(Rule::read).toList();
        return before.flatMap(ready ->
                        new Update(ready, new Derivation(rules, ready.release().base())).load(home))
                .orElseGet(() -> whole(rules));
    }

    private Loading whole(List<Rule> rules) {
        long start = System.nanoTime();
        List<ReadFile> ontology = read(home.ontology());
        List<ReadFile> data = read(home.data());
        start = step("read %d files".formatted(ontology.size() + data.size()), start);
        List<TurtleFile> files = Stream.concat(ontology.stream(), data.stream())
                .map(ReadFile::content)
                .toList();
        checkNames(files.stream().map(TurtleFile::name));
        BaseIri base = files.stream()
                .map(file -> BaseIri.of(file.graph()))
                .filter(said -> !said.equals(BaseIri.ONRECORD))
                .findFirst()
                .orElse(BaseIri.ONRECORD);
        List<TurtleFile> terms = ontology.stream().map(ReadFile::content).toList();
        Map<String, Graph> named =
                named(terms, data.stream().map(ReadFile::content).toList(), base);
        Derivation derivation = new Derivation(rules, base);
        derivation.addTexts(named);
        ReleaseHash hashes = ReleaseHash.of(named);
        StoredDataset stated = Release.dataset(named);
        StoredDataset dataset = derivation.derive(stated);
        start = step("hashed %d graphs and derived %d".formatted(named.size(), rules.size()), start);
        boolean sealed = Seal.holds(hashes);
        Validator validator = new Validator(terms);
        Report report =
                sealed ? Report.clean(files) : validator.validate(MergedGraph.of(files, stated.getDefaultGraph()));
        step(sealed ? "found the release already validated by the build" : "validated them", start);
        LoadedHome loaded = new LoadedHome(
                dataset,
                ontology.stream().map(ReadFile::file).toList(),
                data.stream().map(ReadFile::file).toList(),
                validator);
        return report.conforms()
                ? new Loading.Ready(new Release(dataset, hashes), report, loaded)
                : new Loading.Refused(report);
    }

    /** Reports a completed step and returns the current time. */
    private long step(String done, long start) {
        long now = System.nanoTime();
        progress.accept(String.format(Locale.ROOT, "%s (%.2f s)", done, (now - start) / 1e9));
        return now;
    }

    /**
     * A file and its content.
     *
     * @param file the file as it was read
     * @param content its triples
     */
    record ReadFile(LoadedFile file, TurtleFile content) {
        static ReadFile of(SourceFile source) {
            String state = source.state();
            byte[] bytes = source.bytes();
            return new ReadFile(LoadedFile.of(source, state, bytes), TurtleReader.graph(source, bytes));
        }
    }

    private static List<ReadFile> read(List<SourceFile> files) {
        return files.parallelStream().map(ReadFile::of).toList();
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
