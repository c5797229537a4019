// SPDX-License-Identifier: Apache-2.0
package org.onrecord.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.onrecord.project.BrokenFileException;
import org.onrecord.project.Home;
import org.onrecord.project.Position;
import org.onrecord.project.SourceFile;
import org.onrecord.turtle.MergedGraph;
import org.onrecord.turtle.TurtleFile;
import org.onrecord.turtle.TurtleReader;
import org.onrecord.validation.Report;
import org.onrecord.validation.Validator;
import org.onrecord.vocabulary.Namespace;

/** Reads a home, checks it, and builds the snapshot that is asked: all of it or nothing. */
public final class Loader {
    private final Home home;
    private final Consumer<String> progress;

    /**
     * A loader of a home.
     *
     * @param progress is told of each step in one line, when it has ended
     */
    public Loader(Home home, Consumer<String> progress) {
        this.home = home;
        this.progress = progress;
    }

    /**
     * Loads the home.
     *
     * @throws BrokenFileException if a file cannot be parsed, or two files would give a graph the same name
     * @throws org.onrecord.project.UnreadableFileException if a file cannot be read
     */
    public Loading load() {
        List<TurtleFile> ontology = read(home.ontology());
        List<TurtleFile> data = read(home.data());
        progress.accept("read %d files".formatted(ontology.size() + data.size()));
        Report report = new Validator(ontology).validate(data);
        progress.accept("validated against %d shapes".formatted(0));
        if (!report.conforms()) {
            return new Loading.Refused(report);
        }
        Map<String, Graph> named = stated(ontology, data);
        named.putAll(derived(
                MergedGraph.of(Stream.concat(ontology.stream(), data.stream()).toList())
                        .graph()));
        Snapshot snapshot = new Snapshot(named);
        progress.accept("built %d graphs".formatted(named.size()));
        return new Loading.Ready(snapshot, report);
    }

    private static List<TurtleFile> read(List<SourceFile> files) {
        return files.parallelStream().map(TurtleReader::read).toList();
    }

    private Map<String, Graph> stated(List<TurtleFile> ontology, List<TurtleFile> data) {
        Map<String, Graph> named = new LinkedHashMap<>();
        Stream.concat(ontology.stream(), data.stream()).forEach(file -> {
            String iri = Namespace.GRAPHS + SourceFile.slug(file.name());
            if (named.putIfAbsent(iri, file.graph()) != null) {
                throw new BrokenFileException(
                        file.name(),
                        new Position(1, 1),
                        "Another file gives the graph <" + iri + ">; rename one of them");
            }
        });
        return named;
    }

    private Map<String, Graph> derived(Graph stated) {
        Map<String, Graph> named = new LinkedHashMap<>();
        home.rules().stream().map(Rule::read).forEach(rule -> named.put(rule.graph(), rule.derive(stated)));
        return named;
    }
}
