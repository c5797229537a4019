// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.onrecord.engine.StoredDataset;
import org.onrecord.engine.StoredGraph;
import org.onrecord.source.SourceFile;
import org.onrecord.source.TurtleFile;
import org.onrecord.validation.Validator;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Namespace;

/**
 * What was loaded, from which a later load continues.
 *
 * @param dataset the dataset of the release
 * @param ontologyFiles the files of ontology and shapes
 * @param dataFiles the data files
 * @param validator the validator with the shapes
 */
public record LoadedHome(
        StoredDataset dataset, List<LoadedFile> ontologyFiles, List<LoadedFile> dataFiles, Validator validator) {
    public LoadedHome {
        ontologyFiles = List.copyOf(ontologyFiles);
        dataFiles = List.copyOf(dataFiles);
    }

    /** A copy whose files are compared by their digests only. */
    LoadedHome withoutStates() {
        return new LoadedHome(dataset, withoutStates(ontologyFiles), withoutStates(dataFiles), validator);
    }

    private static List<LoadedFile> withoutStates(List<LoadedFile> files) {
        return files.stream()
                .map(file -> new LoadedFile(file.source(), "", file.digest()))
                .toList();
    }

    /** All triples but those that only derived graphs have. */
    StoredGraph stated() {
        return dataset.explicit();
    }

    /** The data files, with the graphs of the dataset. */
    public List<TurtleFile> data() {
        BaseIri base = BaseIri.of(dataset.getDefaultGraph());
        return dataFiles.stream()
                .map(file -> file(file, base.graph(SourceFile.slug(file.name()))))
                .toList();
    }

    /** The files of ontology and shapes, with the graphs of the dataset. */
    public List<TurtleFile> ontology() {
        return ontologyFiles.stream()
                .map(file -> file(file, Namespace.GRAPHS + SourceFile.slug(file.name())))
                .toList();
    }

    /** All files, with the graphs of the dataset. */
    List<TurtleFile> files() {
        return Stream.concat(ontology().stream(), data().stream()).toList();
    }

    private TurtleFile file(LoadedFile file, String graph) {
        return TurtleFile.of(file.source(), dataset.getGraph(NodeFactory.createURI(graph)));
    }
}
