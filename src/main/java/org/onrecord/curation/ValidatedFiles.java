// SPDX-License-Identifier: Apache-2.0
package org.onrecord.curation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.onrecord.engine.Change;
import org.onrecord.engine.StoreBuilder;
import org.onrecord.engine.StoreEdit;
import org.onrecord.engine.StoredDataset;
import org.onrecord.release.LoadedFile;
import org.onrecord.release.LoadedHome;
import org.onrecord.source.MergedGraph;
import org.onrecord.source.SourceFile;
import org.onrecord.source.TurtleFile;
import org.onrecord.validation.Report;
import org.onrecord.validation.Results;
import org.onrecord.validation.Validator;
import org.onrecord.vocabulary.Namespace;

/**
 * Files and what their validation found, from which that of changed files follows. Immutable.
 *
 * @param validator the validator with the shapes
 * @param files ontology and data, by name
 * @param dataset a graph for each file, named as in a release below the base of the program
 * @param results what the validation found
 */
record ValidatedFiles(Validator validator, Map<String, TurtleFile> files, StoredDataset dataset, Results results) {
    ValidatedFiles {
        files = Map.copyOf(files);
    }

    /**
     * The files of the program, which are valid.
     *
     * @param packaged its files, by name
     * @param others the files that are to be validated from there
     * @return empty if too many files differ, or one of the ontology
     */
    static Optional<ValidatedFiles> packaged(
            LoadedHome home, Map<String, TurtleFile> packaged, Validator validator, List<TurtleFile> others) {
        ValidatedFiles files = new ValidatedFiles(validator, packaged, home.dataset(), home.results());
        Map<String, TurtleFile> named = byName(others);
        boolean sameShapes = home.ontologyFiles().stream()
                .map(LoadedFile::name)
                .allMatch(name -> packaged.get(name) == named.get(name));
        long changed = Stream.concat(named.keySet().stream(), packaged.keySet().stream())
                .distinct()
                .filter(name -> packaged.get(name) != named.get(name))
                .count();
        return Optional.of(files).filter(valid -> sameShapes && LoadedHome.isSmallChange(changed, named.size()));
    }

    /** Validates all files. */
    static ValidatedFiles of(Validator validator, List<TurtleFile> files) {
        StoreBuilder builder = new StoreBuilder();
        Map<String, TurtleFile> named = byName(files);
        named.forEach((name, file) -> builder.add(name(name), file.graph()));
        StoredDataset dataset = new StoredDataset(builder.build());
        return new ValidatedFiles(validator, named, dataset, validator.results(dataset.explicit()));
    }

    /** Validates what differs in other files. A file that is the same object is not looked at. */
    ValidatedFiles with(List<TurtleFile> others) {
        Map<String, TurtleFile> named = byName(others);
        StoreEdit edit = new StoreEdit(dataset.store());
        files.keySet().stream().filter(name -> !named.containsKey(name)).forEach(name -> edit.drop(name(name)));
        named.forEach((name, file) -> {
            if (files.get(name) != file) {
                edit.put(name(name), file.graph());
            }
        });
        StoredDataset changed = new StoredDataset(edit.build());
        Change change = Change.of(dataset.explicit(), changed.explicit(), edit.removed(), edit.added());
        return new ValidatedFiles(validator, named, changed, validator.results(results, change));
    }

    private static Map<String, TurtleFile> byName(List<TurtleFile> files) {
        Map<String, TurtleFile> named = new TreeMap<>();
        files.forEach(file -> named.put(file.name(), file));
        return named;
    }

    private static Node name(String file) {
        return NodeFactory.createURI(Namespace.GRAPHS + SourceFile.slug(file));
    }

    /** The report on files, which are these. */
    Report report(List<TurtleFile> ordered) {
        return validator.report(results, MergedGraph.of(ordered, dataset.explicit()));
    }
}
