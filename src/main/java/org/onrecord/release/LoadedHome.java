// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

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
import org.onrecord.engine.Change;
import org.onrecord.engine.StoreEdit;
import org.onrecord.engine.StoredDataset;
import org.onrecord.engine.StoredGraph;
import org.onrecord.source.MergedGraph;
import org.onrecord.source.SourceFile;
import org.onrecord.source.TurtleFile;
import org.onrecord.validation.Report;
import org.onrecord.validation.Results;
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
 * @param results what it found
 */
public record LoadedHome(
        StoredDataset dataset,
        List<LoadedFile> ontologyFiles,
        List<LoadedFile> dataFiles,
        Validator validator,
        Results results) {
    /** A change of more files than this part of them, and than {@link #FEW}, is slower to follow than to load the whole. */
    private static final int PART = 5;

    private static final int FEW = 5;

    public LoadedHome {
        ontologyFiles = List.copyOf(ontologyFiles);
        dataFiles = List.copyOf(dataFiles);
    }

    /**
     * Whether a change is worth following.
     *
     * @param changed the number of changed, added and removed files
     * @param all the number of files after the change
     */
    public static boolean isSmallChange(long changed, int all) {
        return changed <= Math.max(FEW, all / PART);
    }

    /** A copy with other files of the same content. */
    LoadedHome with(List<LoadedFile> ontology, List<LoadedFile> data) {
        return new LoadedHome(dataset, ontology, data, validator, results);
    }

    /**
     * The home after some stated graphs have changed; the files are the same. What the change affects is derived and
     * validated.
     *
     * @param changed the new graphs by IRI; an empty one is removed
     * @param derivation the rules
     * @return empty if the base of the home changed
     */
    Optional<Next> with(Map<String, Graph> changed, Derivation derivation) {
        StoreEdit edit = new StoreEdit(dataset.store());
        changed.forEach((name, graph) -> put(edit, NodeFactory.createURI(name), graph));
        StoredDataset next = new StoredDataset(edit.build());
        if (!BaseIri.of(next.explicit()).equals(derivation.base())) {
            return Optional.empty();
        }
        Set<Node> subjects = triples(edit.added(), edit.removed()).stream()
                .map(Triple::getSubject)
                .collect(Collectors.toSet());
        StoreEdit inferred = derivation.derive(stated(), next, subjects);
        StoredDataset derived = new StoredDataset(inferred.build());
        Change stated = Change.of(stated(), derived.explicit(), edit.removed(), edit.added());
        Change all = Change.of(
                dataset.getDefaultGraph(),
                derived.getDefaultGraph(),
                triples(edit.removed(), inferred.removed()),
                triples(edit.added(), inferred.added()));
        return Optional.of(new Next(
                new LoadedHome(derived, ontologyFiles, dataFiles, validator, validator.results(results, stated)), all));
    }

    private static List<Triple> triples(List<Triple> some, List<Triple> others) {
        return Stream.of(some, others).flatMap(List::stream).toList();
    }

    /**
     * A home after a change.
     *
     * @param home the home
     * @param change the change of the default graph of its dataset
     */
    record Next(LoadedHome home, Change change) {
        /** The release that follows another. */
        Release after(Release before, ReleaseHash hashes) {
            return before.next(home.dataset(), hashes, change);
        }
    }

    private static void put(StoreEdit edit, Node name, Graph graph) {
        if (graph.isEmpty()) {
            edit.drop(name);
        } else {
            edit.put(name, graph);
        }
    }

    /** Whether files, with their states, are those of another. */
    boolean hasFilesOf(LoadedHome other) {
        return ontologyFiles.equals(other.ontologyFiles) && dataFiles.equals(other.dataFiles);
    }

    /** A copy whose files are compared by their digests only. */
    LoadedHome withoutStates() {
        return with(withoutStates(ontologyFiles), withoutStates(dataFiles));
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

    /** Its release, or the report with violations. */
    Loading loading(Release release) {
        return results.conforms() ? ready(release) : new Loading.Refused(report());
    }

    /** Its release, with whatever findings. */
    Loading.Ready ready(Release release) {
        return new Loading.Ready(release, this);
    }

    /** The findings, with their places. */
    Report report() {
        return results.entries().isEmpty()
                ? Report.clean(files())
                : validator.report(results, MergedGraph.of(files(), stated()));
    }

    /** The data files, with the graphs of the dataset. */
    public List<TurtleFile> data() {
        BaseIri base = BaseIri.of(dataset.getDefaultGraph());
        return dataFiles.stream()
                .map(file -> TurtleFile.of(
                        file.source(),
                        dataset.getGraph(NodeFactory.createURI(base.graph(SourceFile.slug(file.name()))))))
                .toList();
    }

    /** The files of ontology and shapes, with the graphs of the dataset. */
    public List<TurtleFile> ontology() {
        return ontologyFiles.stream()
                .map(file -> TurtleFile.of(file.source(), dataset.getGraph(graph(file))))
                .toList();
    }

    /** The graph of a file of the ontology. */
    static Node graph(LoadedFile ontology) {
        return NodeFactory.createURI(Namespace.GRAPHS + SourceFile.slug(ontology.name()));
    }

    /** All files, with the graphs of the dataset. */
    public List<TurtleFile> files() {
        return Stream.concat(ontology().stream(), data().stream()).toList();
    }
}
