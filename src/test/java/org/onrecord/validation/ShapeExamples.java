// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.onrecord.vocabulary.Namespace;

/** The examples of the shapes, each read together with the ontology and the common base data. */
final class ShapeExamples {
    static final String NAMESPACE = Namespace.SHAPES;

    private static final Path ONTOLOGY = Path.of("ontology");
    private static final Path SHAPES = ONTOLOGY.resolve("shapes");
    private static final Path FOLDER = Path.of("src/test/resources/validation/shapes");
    private static final String PREFIXES =
            "@base <%s> . @prefix rec: <%s> . ".formatted(Namespace.BASE, Namespace.TERMS);

    private final Shapes shapes = Shapes.parse(read(list(SHAPES, Files::isRegularFile)));
    private final Graph base = base();

    /** The graph of all shapes. */
    Graph shapes() {
        return shapes.getGraph();
    }

    /** The names of the folders. */
    SortedSet<String> folders() {
        return list(FOLDER, Files::isDirectory).stream()
                .map(folder -> folder.getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of a shape's invalid examples. */
    List<String> invalid(String shape) {
        return list(FOLDER.resolve(shape), Files::isRegularFile).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.startsWith("invalid"))
                .toList();
    }

    /** The results of a shape for one of its examples. Only this shape is validated, to save time. */
    List<ReportEntry> findings(String shape, String file) {
        Graph data = withBase(read(List.of(FOLDER.resolve(shape).resolve(file))));
        Node name = NodeFactory.createURI(NAMESPACE + shape);
        ValidationContext context = ValidationContext.create(shapes, data);
        Shape root = rootOf(name);
        VLib.focusNodes(data, root).forEach(focus -> VLib.validateShape(context, data, root, focus));
        return context.generateReport().getEntries().stream()
                .filter(entry -> name.equals(entry.source()))
                .toList();
    }

    /** The results of all shapes for the base data. */
    Collection<ReportEntry> findingsOfBase() {
        return ShaclValidator.get().validate(shapes, base).getEntries();
    }

    /** The names of the shapes with results for some Turtle, in which the base IRI and {@code rec:} are declared. */
    SortedSet<String> violatedShapes(String turtle) {
        Graph data =
                withBase(RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).toGraph());
        return ShaclValidator.get().validate(shapes, data).getEntries().stream()
                .map(entry -> entry.source().getLocalName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The shape itself if it has a target, else the shape that lists it. */
    private Shape rootOf(Node name) {
        Shape shape = shapes.getShape(name);
        return shape.hasTarget()
                ? shape
                : shapes.getShape(shapes.getGraph().stream(Node.ANY, SHACL.property, name)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(name + " has no target and no shape lists it"))
                        .getSubject());
    }

    private static Graph base() {
        return read(Stream.of(list(ONTOLOGY, Files::isRegularFile), List.of(FOLDER.resolve("base.ttl")))
                .flatMap(List::stream)
                .toList());
    }

    private Graph withBase(Graph example) {
        GraphUtil.addInto(example, base);
        return example;
    }

    private static Graph read(List<Path> files) {
        Graph graph = GraphFactory.createDefaultGraph();
        files.forEach(
                file -> RDFParser.source(file).lang(Lang.TURTLE).strict(true).parse(graph));
        return graph;
    }

    private static List<Path> list(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(wanted).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list \"" + folder + "\"", e);
        }
    }
}
