// SPDX-License-Identifier: Apache-2.0
package org.onrecord.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onrecord.source.MergedGraph;
import org.onrecord.source.SourceFile;
import org.onrecord.source.TurtleReader;

/** Checks the constants against the ontology. */
class VocabularyTest {
    private static final Path SOURCES = Path.of("src/main/java/org/onrecord");
    private static final MergedGraph ONTOLOGY = MergedGraph.of(Stream.of("onrecord", "declarations")
            .map(name -> TurtleReader.read(SourceFile.at(Path.of("ontology", name + ".ttl"))))
            .toList());

    @ParameterizedTest
    @MethodSource("constants")
    void constantsAreDeclaredInTheOntology(Field constant) throws IllegalAccessException {
        Node term = (Node) constant.get(null);
        assertThat(ONTOLOGY.graph().contains(term, RDF.type.asNode(), Node.ANY))
                .as(term.getURI())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("constants")
    void constantNamesMatchTermNames(Field constant) throws IllegalAccessException {
        String local = ((Node) constant.get(null)).getLocalName();
        assertThat(constant.getName())
                .isEqualTo(local.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT));
    }

    @Test
    void projectIrisOnlyInVocabularyPackage() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> others = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith(SOURCES.resolve("vocabulary")))
                    .toList();
            assertThat(others)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .doesNotContain("\"" + Namespace.BASE, "<" + Namespace.BASE));
        }
    }

    static Stream<Field> constants() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES.resolve("vocabulary"))) {
            return files
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> !name.equals("package-info"))
                    .flatMap(name -> Stream.of(type(name).getDeclaredFields()))
                    .filter(field -> field.getType() == Node.class && Modifier.isPublic(field.getModifiers()))
                    .toList()
                    .stream();
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(VocabularyTest.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
