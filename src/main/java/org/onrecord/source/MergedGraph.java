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
 * Several files read as one graph, which still knows the file and the place of every triple. Not to be changed after
 * merging; then safe for use by several threads.
 */
public final class MergedGraph {
    private final List<TurtleFile> files;
    private final Graph graph;

    private MergedGraph(List<TurtleFile> files, Graph graph) {
        this.files = files;
        this.graph = graph;
    }

    /** The union of the files' graphs; where several files hold a triple, the first in the list gives its place. */
    public static MergedGraph of(List<TurtleFile> files) {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        files.forEach(file -> GraphUtil.addInto(graph, file.graph()));
        return new MergedGraph(List.copyOf(files), graph);
    }

    /** All triples of all files. */
    public Graph graph() {
        return graph;
    }

    /** The files, in the order given. */
    public List<TurtleFile> files() {
        return files;
    }

    /** Where a triple stands; empty if no file holds it. */
    public Optional<Place> place(Triple triple) {
        return first(file -> file.position(triple).map(at -> Place.at(file.name(), at)));
    }

    /**
     * Where a node is first described, in the file that says what kind of thing it is if one does; empty if no file says
     * anything of it.
     */
    public Optional<Place> place(Node subject) {
        Optional<Place> typed = first(file -> file.graph().contains(subject, RDF.Nodes.type, Node.ANY)
                ? file.position(subject).map(at -> Place.at(file.name(), at))
                : Optional.empty());
        return typed.or(() -> first(file -> file.position(subject).map(at -> Place.at(file.name(), at))));
    }

    /** The places of all triples that match a pattern, in order. */
    public Stream<Place> places(Node subject, Node predicate, Node object) {
        return graph.stream(subject, predicate, object)
                .flatMap(triple -> place(triple).stream())
                .sorted();
    }

    private Optional<Place> first(Function<TurtleFile, Optional<Place>> lookup) {
        return files.stream().map(lookup).flatMap(Optional::stream).findFirst();
    }
}
