// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * The union of several files, with the file and position of every triple. Thread-safe as long as the graph is not
 * modified.
 */
public final class MergedGraph {
    private final List<TurtleFile> files;
    private final Graph graph;

    private MergedGraph(List<TurtleFile> files, Graph graph) {
        this.files = files;
        this.graph = graph;
    }

    /**
     * Merges files, without their prefixes, which validation would copy for each node. A triple in several files has the
     * place in the first of them.
     */
    public static MergedGraph of(List<TurtleFile> files) {
        Graph union = GraphMemFactory.createDefaultGraphSameTerm();
        files.forEach(file -> GraphUtil.addInto(union, file.graph()));
        union.getPrefixMapping().clearNsPrefixMap();
        return of(files, union);
    }

    /**
     * Files and their union.
     *
     * @param union all triples of the files
     */
    public static MergedGraph of(List<TurtleFile> files, Graph union) {
        return new MergedGraph(List.copyOf(files), union);
    }

    /** All triples of all files. */
    public Graph graph() {
        return graph;
    }

    /** The files, in the order given. */
    public List<TurtleFile> files() {
        return files;
    }

    /** The place of a triple, or empty. */
    public Optional<Place> place(Triple triple) {
        return first(file -> file.position(triple).map(at -> Place.at(file.name(), at)));
    }

    /** The place of the first triple about a node, in the file that gives its type if there is one; or empty. */
    public Optional<Place> place(Node subject) {
        Optional<Place> typed = first(file -> file.graph().contains(subject, RDF.Nodes.type, Node.ANY)
                ? file.position(subject).map(at -> Place.at(file.name(), at))
                : Optional.empty());
        return typed.or(() -> first(file -> file.position(subject).map(at -> Place.at(file.name(), at))));
    }

    /** The sorted places of all triples that match a pattern. */
    public Stream<Place> places(Node subject, Node predicate, Node object) {
        return graph.stream(subject, predicate, object)
                .flatMap(triple -> place(triple).stream())
                .sorted();
    }

    private Optional<Place> first(Function<TurtleFile, Optional<Place>> lookup) {
        return files.stream().map(lookup).flatMap(Optional::stream).findFirst();
    }
}
