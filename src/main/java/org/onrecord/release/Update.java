// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.onrecord.engine.StoreEdit;
import org.onrecord.engine.StoredDataset;
import org.onrecord.source.Home;
import org.onrecord.source.MergedGraph;
import org.onrecord.source.SourceFile;
import org.onrecord.source.TurtleReader;
import org.onrecord.validation.Report;
import org.onrecord.vocabulary.BaseIri;

/**
 * Loads a home that was loaded before: reads the changed data files, and derives and validates what they affect.
 *
 * @param before the earlier load
 * @param derivation the rules of the home now
 */
record Update(Loading.Ready before, Derivation derivation) {
    /**
     * Loads the home.
     *
     * @throws org.onrecord.source.BrokenFileException if a changed file cannot be parsed, or two files have the same graph name
     * @return empty if ontology, rules or base changed, so that the home must be loaded as a whole
     */
    Optional<Loading> load(Home home) {
        Files ontology = Files.of(before.home().ontologyFiles(), home.ontology());
        Files data = Files.of(before.home().dataFiles(), home.data());
        Loader.checkNames(
                Stream.of(ontology, data).flatMap(files -> files.now().stream()).map(LoadedFile::name));
        return !ontology.changed().isEmpty() || !derivation.isOf(before.release())
                ? Optional.empty()
                : change(ontology, data);
    }

    private Optional<Loading> change(Files ontology, Files data) {
        Release release = before.release();
        Map<String, Graph> changed = new HashMap<>();
        data.changed().forEach((name, graph) -> changed.put(release.base().graph(SourceFile.slug(name)), graph));
        StoreEdit edit = new StoreEdit(before.home().dataset().store());
        changed.forEach((name, graph) -> put(edit, NodeFactory.createURI(name), graph));
        StoredDataset stated = new StoredDataset(edit.build());
        if (!BaseIri.of(stated.explicit()).equals(release.base())) {
            return Optional.empty();
        }
        Set<Node> subjects = Stream.of(edit.added(), edit.removed())
                .flatMap(Collection::stream)
                .map(Triple::getSubject)
                .collect(Collectors.toSet());
        StoredDataset dataset = derivation.derive(before.home().stated(), stated, subjects);
        LoadedHome loaded = new LoadedHome(
                dataset, ontology.now(), data.now(), before.home().validator());
        Report report = loaded.validator().validate(MergedGraph.of(loaded.files(), loaded.stated()));
        return Optional.of(
                report.conforms()
                        ? new Loading.Ready(
                                new Release(dataset, release.hashes().with(changed)), report, loaded)
                        : new Loading.Refused(report));
    }

    private static void put(StoreEdit edit, Node name, Graph graph) {
        if (graph.isEmpty()) {
            edit.drop(name);
        } else {
            edit.put(name, graph);
        }
    }

    /**
     * Files compared with those of an earlier load.
     *
     * @param now the files
     * @param changed the graphs of changed, added and removed files, by file name; that of a removed file is empty
     */
    private record Files(List<LoadedFile> now, Map<String, Graph> changed) {
        static Files of(List<LoadedFile> before, List<SourceFile> present) {
            Map<String, LoadedFile> known = before.stream().collect(Collectors.toMap(LoadedFile::name, file -> file));
            List<Compared> compared = present.parallelStream()
                    .map(source -> Compared.of(source, Optional.ofNullable(known.get(source.name()))))
                    .toList();
            Map<String, Graph> changed = new HashMap<>();
            known.keySet().forEach(name -> changed.put(name, Graph.emptyGraph));
            present.forEach(source -> changed.remove(source.name()));
            compared.forEach(file ->
                    file.content().ifPresent(graph -> changed.put(file.file().name(), graph)));
            return new Files(compared.stream().map(Compared::file).toList(), changed);
        }
    }

    /**
     * A file compared with an earlier load.
     *
     * @param content its triples, if the file is new or changed
     */
    private record Compared(LoadedFile file, Optional<Graph> content) {
        static Compared of(SourceFile source, Optional<LoadedFile> before) {
            String state = source.state();
            if (before.filter(known -> known.state().equals(state)).isPresent()) {
                return new Compared(before.get(), Optional.empty());
            }
            byte[] bytes = source.bytes();
            LoadedFile file = LoadedFile.of(source, state, bytes);
            return before.filter(known -> known.digest().equals(file.digest())).isPresent()
                    ? new Compared(file, Optional.empty())
                    : new Compared(
                            file, Optional.of(TurtleReader.graph(source, bytes).graph()));
        }
    }
}
