// SPDX-License-Identifier: Apache-2.0
package org.onrecord.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;

class OwnTermsTest {
    private static final String TERM = "https://w3id.org/onrecord/ontology#";
    private static final String SHAPE = "https://w3id.org/onrecord/shapes#";
    private static final String CODE = "https://w3id.org/onrecord/code/";

    @Test
    void everyOwnTermIsUsedInDataAShapeAQueryOrAValidExample() {
        Set<String> unused = new TreeSet<>(subjects(List.of(Sources.TERMS), TERM));

        uses().forEach(file -> unused.removeAll(Iris.of(file)));

        assertThat(unused).isEmpty();
    }

    @Test
    void noOwnTermShapeOrCodeIsUndefined() {
        Set<String> defined = defined();
        List<String> undefined = new ArrayList<>();

        Stream.concat(uses(), Sources.below(Sources.ONTOLOGY, ".ttl").stream())
                .distinct()
                .forEach(file -> Iris.of(file).stream()
                        .filter(iri -> isOwn(iri) && !defined.contains(iri))
                        .forEach(iri -> undefined.add(file + ": <" + iri + ">")));

        assertThat(undefined).isEmpty();
    }

    @Test
    void aMisspeltTermIsFoundInAQueryInsideAShape() {
        Path shape = Sources.RESOURCES.resolve("misspelt-term-in-a-query.ttl");

        assertThat(Iris.of(shape)).contains(TERM + "spaeker").doesNotContain(TERM);
    }

    private static Stream<Path> uses() {
        return Stream.of(
                        Sources.below(Sources.DATA, ".ttl"),
                        Sources.below(Sources.SHAPES, ".ttl"),
                        Sources.below(Sources.QUERIES, ".rq"),
                        Sources.below(Sources.RULES, ".rq"),
                        Sources.validExamples())
                .flatMap(Collection::stream);
    }

    private static Set<String> defined() {
        Set<String> defined = new TreeSet<>(subjects(List.of(Sources.TERMS), TERM));
        defined.addAll(subjects(Sources.below(Sources.SHAPES, ".ttl"), SHAPE));
        defined.addAll(subjects(List.of(Sources.CODES), CODE));
        return defined;
    }

    private static Set<String> subjects(List<Path> files, String namespace) {
        Set<String> subjects = new TreeSet<>();
        Sources.graph(files)
                .find()
                .mapWith(triple -> triple.getSubject())
                .filterKeep(Node::isURI)
                .forEach(subject -> {
                    if (subject.getURI().startsWith(namespace)) {
                        subjects.add(subject.getURI());
                    }
                });
        return subjects;
    }

    private static boolean isOwn(String iri) {
        return Stream.of(TERM, SHAPE, CODE).anyMatch(space -> iri.startsWith(space) && !iri.equals(space));
    }
}
