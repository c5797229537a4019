// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.compile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.onrecord.sheet.coding.Coding;
import org.onrecord.source.Position;
import org.onrecord.source.SourceFile;

/**
 * A compiled sheet.
 *
 * @param coding the coding; empty if the sheet has errors
 * @param created the triples about things that the sheet creates
 * @param problems what is wrong, in the order of the sheet
 * @param positions where nodes, and properties of nodes, stand in the sheet
 * @param numbers the numbers given to statements without id, with the positions of their first keys
 */
public record Compiled(
        SourceFile sheet,
        Optional<Coding> coding,
        Graph created,
        List<SheetProblem> problems,
        Map<List<Node>, Position> positions,
        Map<Position, Integer> numbers) {
    public Compiled {
        problems = List.copyOf(problems);
        positions = Map.copyOf(positions);
        numbers = Map.copyOf(numbers);
    }

    /** The position of a node, else of the thing that it is part of, else of the sheet. */
    public Position position(Node node) {
        if (!node.isURI()) {
            return new Position(1, 1);
        }
        String iri = node.getURI();
        Position own = positions.get(List.of(node));
        int end = Math.max(iri.lastIndexOf('-'), iri.lastIndexOf('#'));
        return own != null || iri.indexOf('#') < 0
                ? Optional.ofNullable(own).orElse(new Position(1, 1))
                : position(NodeFactory.createURI(iri.substring(0, end)));
    }

    /** The same with more problems. */
    public Compiled with(List<SheetProblem> more) {
        List<SheetProblem> all =
                Stream.concat(problems.stream(), more.stream()).sorted().toList();
        return new Compiled(sheet, coding, created, all, positions, numbers);
    }

    /** Whether the sheet says something of a node, or of the thing that it is part of. */
    public boolean describes(Node node) {
        return node.isURI()
                && positions.containsKey(
                        List.of(NodeFactory.createURI(node.getURI().replaceFirst("#.*", ""))));
    }

    /** The position of a property of a node, else of the node. */
    public Position position(Node node, Node property) {
        return Optional.ofNullable(positions.get(List.of(node, property))).orElseGet(() -> position(node));
    }
}
