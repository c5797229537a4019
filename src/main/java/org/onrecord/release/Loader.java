// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.Home;
import org.onrecord.source.MergedGraph;
import org.onrecord.source.Position;
import org.onrecord.source.Progress;
import org.onrecord.source.SourceFile;
import org.onrecord.source.TurtleFile;
import org.onrecord.source.TurtleReader;
import org.onrecord.validation.Report;
import org.onrecord.validation.Validator;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Namespace;

/**
 * Loads a home: parses the files, builds the release and validates it, unless it was already validated by the build.
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
     * @param before the release of an earlier state of the home, which saves deriving what did not change
     * @throws BrokenFileException if a file cannot be parsed, or two files have the same graph name
     * @throws org.onrecord.source.UnreadableFileException if a file cannot be read
     */
    public Loading load(Optional<Release> before) {
        long start = System.nanoTime();
        home.warnings().forEach(warning -> progress.step("warning: " + warning));
        List<TurtleFile> ontology = read(home.ontology());
        List<TurtleFile> data = read(home.data());
        start = step("read %d files".formatted(ontology.size() + data.size()), start);
        List<TurtleFile> files = Stream.concat(ontology.stream(), data.stream()).toList();
        BaseIri base = files.stream()
                .map(file -> BaseIri.of(file.graph()))
                .filter(said -> !said.equals(BaseIri.ONRECORD))
                .findFirst()
                .orElse(BaseIri.ONRECORD);
        Map<String, Graph> named = named(ontology, data, base);
        MergedGraph merged = MergedGraph.of(files, Release.dataset(named).getDefaultGraph());
        Derivation derivation =
                new Derivation(home.rules().stream().map(Rule::read).toList(), base);
        derivation.addTexts(named);
        ReleaseHash hashes = ReleaseHash.of(named);
        Map<String, Graph> derived = derivation.graphs(before, named, hashes, merged.graph());
        start = step("hashed %d graphs and derived %d".formatted(named.size(), derived.size()), start);
        boolean sealed = Seal.holds(hashes);
        Report report = sealed ? Report.clean(files) : new Validator(ontology).validate(merged, progress);
        step(sealed ? "found the release already validated by the build" : "validated them", start);
        if (!report.conforms()) {
            return new Loading.Refused(report);
        }
        named.putAll(derived);
        return new Loading.Ready(new Release(Release.dataset(named), hashes), report, ontology, data);
    }

    /** Reports a completed step and returns the current time. */
    private long step(String done, long start) {
        long now = System.nanoTime();
        progress.step(String.format(Locale.ROOT, "%s (%.2f s)", done, (now - start) / 1e9));
        return now;
    }

    private List<TurtleFile> read(List<SourceFile> files) {
        AtomicLong done = new AtomicLong();
        return files.parallelStream()
                .map(file -> {
                    TurtleFile read = TurtleReader.read(file);
                    progress.part("files", done.incrementAndGet(), files.size());
                    return read;
                })
                .toList();
    }

    /**
     * Graph IRI to graph; a file without triples has none, because quads could not hold it. Names differ over all files,
     * because a page address does not tell the base.
     *
     * @throws BrokenFileException if two files have the same graph name
     */
    public static Map<String, Graph> named(List<TurtleFile> ontology, List<TurtleFile> data, BaseIri base) {
        Map<String, Graph> named = new LinkedHashMap<>();
        Set<String> names = new HashSet<>(Set.of("rules"));
        ontology.forEach(file -> named.put(Namespace.GRAPHS + name(file, names), file.graph()));
        data.forEach(file -> named.put(base.graph(name(file, names)), file.graph()));
        named.values().removeIf(Graph::isEmpty);
        return named;
    }

    private static String name(TurtleFile file, Set<String> names) {
        String name = SourceFile.slug(file.name());
        if (!names.add(name) || name.startsWith(Rule.DERIVED)) {
            throw new BrokenFileException(
                    file.name(), new Position(1, 1), "The graph name '" + name + "' is in use; rename the file");
        }
        return name;
    }
}
