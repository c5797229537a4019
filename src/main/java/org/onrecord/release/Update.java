// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.onrecord.source.Home;
import org.onrecord.source.Progress;
import org.onrecord.source.SourceFile;

/**
 * Loads a home that was loaded before: reads the changed data files, and derives and validates what they affect.
 *
 * @param before the earlier load
 * @param derivation the rules of the home now
 * @param progress receives one line after each step
 */
record Update(Loading.Ready before, Derivation derivation, Progress progress) {
    /**
     * Loads the home.
     *
     * @throws org.onrecord.source.BrokenFileException if a changed file cannot be parsed, or two files have the same graph
     *     name
     * @return empty if ontology, rules, base or too many files changed, so that the home must be loaded as a whole
     */
    Optional<Loading> load(Home home) {
        long start = System.nanoTime();
        List<SourceFile> terms = home.ontology();
        List<SourceFile> facts = home.data();
        Loader.checkNames(Stream.of(terms, facts).flatMap(List::stream).map(SourceFile::name));
        // Names first: the files of quite another home are not read twice.
        if (!LoadedHome.isSmallChange(Files.renamed(before.home().dataFiles(), facts), facts.size())
                || !derivation.isOf(before.release())) {
            return Optional.empty();
        }
        Files ontology = Files.of(before.home().ontologyFiles(), terms);
        Files data = Files.of(before.home().dataFiles(), facts);
        if (!ontology.isSame() || !LoadedHome.isSmallChange(data.size(), facts.size())) {
            return Optional.empty();
        }
        if (data.isSame()) {
            return Optional.of(new Loading.Ready(before.release(), before.home().with(ontology.now(), data.now())));
        }
        progress.step(Loader.step(
                "compared %d files, of which %d changed"
                        .formatted(ontology.now().size() + data.now().size(), data.size()),
                start));
        return change(ontology.now(), data);
    }

    private Optional<Loading> change(List<LoadedFile> ontology, Files data) {
        long start = System.nanoTime();
        List<ReadFile> read = ReadFile.all(data.changed(), progress);
        Map<String, Graph> changed = new HashMap<>();
        data.removed().forEach(name -> changed.put(graph(name), Graph.emptyGraph));
        read.forEach(
                file -> changed.put(graph(file.file().name()), file.content().graph()));
        Optional<LoadedHome.Next> next = before.home().with(changed, derivation);
        next.ifPresent(changedHome -> progress.step(Loader.step(
                changedHome
                        .home()
                        .results()
                        .full()
                        .map(reason -> "validated the whole (" + reason + ")")
                        .orElse("updated them"),
                start)));
        ReleaseHash hashes = before.release().hashes().with(changed);
        return next.map(changedHome -> changedHome
                .home()
                .with(ontology, data.with(read))
                .loading(changedHome.after(before.release(), hashes)));
    }

    private String graph(String file) {
        return before.release().base().graph(SourceFile.slug(file));
    }

    /**
     * Files compared with those of an earlier load.
     *
     * @param now the files
     * @param changed the changed and added files
     * @param removed the names of the removed files
     */
    private record Files(List<LoadedFile> now, List<SourceFile> changed, List<String> removed) {
        static Files of(List<LoadedFile> before, List<SourceFile> present) {
            Map<String, LoadedFile> known = before.stream().collect(Collectors.toMap(LoadedFile::name, file -> file));
            List<LoadedFile> now = present.parallelStream()
                    .map(source -> current(source, Optional.ofNullable(known.get(source.name()))))
                    .toList();
            List<SourceFile> changed = now.stream()
                    .filter(file -> !Optional.ofNullable(known.get(file.name()))
                            .map(LoadedFile::digest)
                            .equals(Optional.of(file.digest())))
                    .map(LoadedFile::source)
                    .toList();
            Set<String> names = present.stream().map(SourceFile::name).collect(Collectors.toSet());
            return new Files(
                    now,
                    changed,
                    known.keySet().stream()
                            .filter(name -> !names.contains(name))
                            .toList());
        }

        /** The number of names that are only before or only now. */
        static long renamed(List<LoadedFile> before, List<SourceFile> present) {
            Set<String> names = before.stream().map(LoadedFile::name).collect(Collectors.toSet());
            long kept = present.stream()
                    .map(SourceFile::name)
                    .filter(names::contains)
                    .count();
            return before.size() + present.size() - 2 * kept;
        }

        /** The file as it is; with the known digest if its state is known. */
        private static LoadedFile current(SourceFile source, Optional<LoadedFile> before) {
            String state = source.state();
            return before.filter(known -> known.state().equals(state))
                    .map(known -> new LoadedFile(source, state, known.digest()))
                    .orElseGet(() -> LoadedFile.of(source, state, source.bytes()));
        }

        boolean isSame() {
            return size() == 0;
        }

        /** The number of changed, added and removed files. */
        int size() {
            return changed.size() + removed.size();
        }

        /** The files after changed ones have been read. */
        List<LoadedFile> with(List<ReadFile> read) {
            Map<String, LoadedFile> files =
                    read.stream().collect(Collectors.toMap(file -> file.file().name(), ReadFile::file));
            return now.stream()
                    .map(file -> files.getOrDefault(file.name(), file))
                    .toList();
        }
    }
}
