// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.lib.ShLib;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.MergedGraph;
import org.onrecord.source.Place;
import org.onrecord.source.Position;
import org.onrecord.source.Reason;
import org.onrecord.source.TurtleFile;

/** Parses shapes and finds the file of an ill-formed shape, which Jena does not report. */
final class ShapesReader {
    private static final Position START = new Position(1, 1);
    private static final List<Node> QUERIES = List.of(SHACL.select, SHACL.ask);

    private ShapesReader() {}

    /**
     * Parses the shapes of files that may refer to each other.
     *
     * @throws BrokenFileException if a shape is not well-formed, or asks another machine
     */
    static Shapes read(MergedGraph merged) {
        Shapes shapes;
        try {
            shapes = parse(merged.graph());
        } catch (RuntimeException e) {
            throw broken(Place.at(brokenFile(merged.files()), START), e);
        }
        QUERIES.stream()
                .flatMap(property -> merged.graph().stream(Node.ANY, property, Node.ANY))
                .filter(triple -> ServiceCalls.mayBeIn(triple.getObject().getLiteralLexicalForm()))
                .filter(triple -> ServiceCalls.isIn(query(merged.graph(), triple)))
                .findFirst()
                .ifPresent(triple -> {
                    Place place = merged.place(triple).orElseThrow();
                    throw new BrokenFileException(
                            place.file(), place.position().orElse(START), ServiceCalls.refusal("A shape"));
                });
        return shapes;
    }

    private static Query query(Graph graph, Triple text) {
        return ShLib.parseQueryString(ShLib.prefixes(graph, text.getSubject()) + "\n"
                + text.getObject().getLiteralLexicalForm());
    }

    /** Parses shapes. Jena allows one message of a SPARQL constraint; SHACL allows one for each language. */
    private static Shapes parse(Graph graph) {
        List<Triple> others = graph.stream(Node.ANY, SHACL.sparql, Node.ANY)
                .map(Triple::getObject)
                .distinct()
                .flatMap(constraint -> graph.stream(constraint, SHACL.message, Node.ANY)
                        .sorted(Comparator.comparing(Triple::getObject, Wording.CHOICE))
                        .skip(1))
                .toList();
        if (others.isEmpty()) {
            return Shapes.parse(graph);
        }
        Graph fewer = GraphMemFactory.createDefaultGraphSameTerm();
        GraphUtil.addInto(fewer, graph);
        others.forEach(fewer::delete);
        return Shapes.parse(fewer);
    }

    /** The exception for a shape that turns out to be ill-formed during validation. */
    static BrokenFileException broken(MergedGraph merged, Shape shape, RuntimeException cause) {
        return broken(merged.place(shape.getShapeNode()).orElse(Place.in("(no file)")), cause);
    }

    private static BrokenFileException broken(Place place, RuntimeException cause) {
        String reason = Reason.of(cause).lines().findFirst().orElse("");
        return new BrokenFileException(
                place.file(), place.position().orElse(START), "Invalid shape; correct it: " + reason);
    }

    /** The first file without which the shapes can be parsed. */
    private static String brokenFile(List<TurtleFile> files) {
        return files.stream()
                .map(TurtleFile::name)
                .filter(name -> isReadable(files.stream()
                        .filter(other -> !other.name().equals(name))
                        .toList()))
                .findFirst()
                .orElse(files.get(0).name());
    }

    private static boolean isReadable(List<TurtleFile> files) {
        try {
            return parse(MergedGraph.of(files).graph()) != null;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
