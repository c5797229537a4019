// SPDX-License-Identifier: Apache-2.0
package org.onrecord.ontology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/** The project's files as the checks read them: by folder, in the order of their names. */
final class Sources {
    static final Path ONTOLOGY = Path.of("ontology");
    static final Path SHAPES = ONTOLOGY.resolve("shapes");
    static final Path RULES = ONTOLOGY.resolve("rules");
    static final Path DATA = Path.of("data");

    /** The data of the sample home. */
    static final Path SAMPLE = Path.of("src/test/resources/sample/data");

    static final Path QUERIES = Path.of("queries");
    static final Path VALIDATION_EXAMPLES = Path.of("src/test/resources/validation");
    static final Path RESOURCES = Path.of("src/test/resources/ontology");

    static final Path TERMS = ONTOLOGY.resolve("onrecord.ttl");
    static final Path CODES = ONTOLOGY.resolve("codes.ttl");
    static final Path DECLARATIONS = ONTOLOGY.resolve("declarations.ttl");
    static final Path ALIGNMENTS = ONTOLOGY.resolve("alignments.ttl");

    private Sources() {}

    /** The files below a folder, at any depth, whose names end so; none where the folder is missing. */
    static List<Path> below(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list \"" + folder + "\"", e);
        }
    }

    /** The valid examples of the shapes. */
    static List<Path> validExamples() {
        return below(VALIDATION_EXAMPLES, ".ttl").stream()
                .filter(file -> file.getFileName().toString().startsWith("valid"))
                .toList();
    }

    /** The triples of all the files together. */
    static Graph graph(List<Path> files) {
        Graph graph = GraphFactory.createDefaultGraph();
        files.forEach(
                file -> RDFParser.source(file).lang(Lang.TURTLE).strict(true).parse(graph));
        return graph;
    }

    /** The triples of some files together. */
    static Graph graph(Path... files) {
        return graph(List.of(files));
    }

    /** A file's text. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read \"" + file + "\"", e);
        }
    }
}
