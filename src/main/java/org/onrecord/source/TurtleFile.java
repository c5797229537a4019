// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;

/** A parsed Turtle file: its graph and the position of each triple. The graph must not be modified. Thread-safe. */
public final class TurtleFile {
    private final String name;
    private final Graph graph;
    private final Supplier<Positions> source;
    private final AtomicReference<@Nullable Positions> positions = new AtomicReference<>();

    /**
     * The positions in a file. The maps are not copied.
     *
     * @param triples the position of each triple's object
     * @param subjects the position of each subject's first triple
     */
    public record Positions(Map<Triple, Position> triples, Map<Node, Position> subjects) {
        /** No positions. */
        static final Positions NONE = new Positions(Map.of(), Map.of());
    }

    /**
     * Creates a file.
     *
     * @param name the file name for messages
     * @param graph the triples
     * @param positions called when a position is needed
     */
    TurtleFile(String name, Graph graph, Supplier<Positions> positions) {
        this.name = name;
        this.graph = graph;
        this.source = positions;
    }

    /**
     * A file whose triples are known. It is read again when a position is needed, which may have changed meanwhile.
     *
     * @param graph the triples
     */
    public static TurtleFile of(SourceFile file, Graph graph) {
        return new TurtleFile(file.name(), graph, () -> TurtleReader.positions(file));
    }

    /** The file name for messages. */
    public String name() {
        return name;
    }

    /** The triples. */
    public Graph graph() {
        return graph;
    }

    /** The position of a triple, or empty. */
    public Optional<Position> position(Triple triple) {
        return graph.contains(triple)
                ? Optional.ofNullable(positions().triples().get(triple))
                : Optional.empty();
    }

    /** The position of the first triple about a node, or empty. */
    public Optional<Position> position(Node subject) {
        return graph.contains(subject, Node.ANY, Node.ANY)
                ? Optional.ofNullable(positions().subjects().get(subject))
                : Optional.empty();
    }

    /** The positions of all triples. */
    Positions positions() {
        Positions known = positions.get();
        if (known == null) {
            known = source.get();
            positions.set(known);
        }
        return known;
    }
}
