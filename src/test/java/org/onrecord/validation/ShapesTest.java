// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.onrecord.vocabulary.Rec;

/** Each shape has a folder of its name with a valid ({@code valid.ttl}) and invalid examples ({@code invalid*.ttl}). */
class ShapesTest {
    private static final ShapeExamples EXAMPLES = new ShapeExamples();
    private static final Graph SHAPES = EXAMPLES.shapes();

    @TestFactory
    Stream<DynamicTest> acceptsValidAndRejectsInvalidExamples() {
        return EXAMPLES.folders().stream()
                .map(shape -> DynamicTest.dynamicTest(shape, () -> {
                    SoftAssertions failures = new SoftAssertions();
                    failures.assertThat(EXAMPLES.findings(shape, "valid.ttl"))
                            .as("%s/valid.ttl", shape)
                            .isEmpty();
                    for (String file : EXAMPLES.invalid(shape)) {
                        failures.assertThat(EXAMPLES.findings(shape, file))
                                .as("%s/%s", shape, file)
                                .isNotEmpty();
                    }
                    failures.assertAll();
                }));
    }

    @Test
    void shapesAndExampleFoldersMatch() {
        assertThat(EXAMPLES.folders())
                .isEqualTo(shapes().map(Node::getLocalName).collect(Collectors.toCollection(TreeSet::new)));
        assertThat(EXAMPLES.folders())
                .allSatisfy(shape -> assertThat(EXAMPLES.invalid(shape)).contains("invalid.ttl"));
    }

    @Test
    void everyShapeHasOneMessageRemedyAndSeverity() {
        SoftAssertions failures = new SoftAssertions();
        shapes().forEach(shape -> {
            failures.assertThat(sentences(shape, SHACL.message)).as("%s", shape).hasSize(1);
            failures.assertThat(sentences(shape, Rec.REMEDY)).as("%s", shape).hasSize(1);
            failures.assertThat(objects(shape, SHACL.severity)).as("%s", shape).hasSize(1);
            failures.assertThat(Set.of(SHACL.Violation, SHACL.Warning)).containsAll(objects(shape, SHACL.severity));
        });
        failures.assertAll();
    }

    @Test
    void messagesAreUnique() {
        List<Node> messages = shapes().flatMap(shape -> objects(shape, SHACL.message).stream())
                .toList();

        assertThat(messages).doesNotHaveDuplicates();
    }

    @Test
    void everyReportingShapeHasAnIri() {
        Stream<Node> parts = Stream.of(SHACL.property, SHACL.sparql, SHACL.node)
                .flatMap(predicate -> SHAPES.stream(Node.ANY, predicate, Node.ANY))
                .filter(triple -> triple.getSubject().isURI())
                .map(Triple::getObject);

        assertThat(Stream.concat(parts, typed())).allMatch(ShapesTest::isOurs);
    }

    @Test
    void queriesDoNotUseNamedGraphs() {
        assertThat(SHAPES.stream(Node.ANY, SHACL.select, Node.ANY)
                        .map(triple -> triple.getObject().getLiteralLexicalForm()))
                .isNotEmpty()
                .noneMatch(query -> query.contains("GRAPH"));
    }

    @Test
    void shapesConformToShaclShacl() {
        assertThat(shaclShaclResults(SHAPES)).isEmpty();
    }

    @Test
    void shaclShaclDetectsIllFormedShape() {
        Graph broken = RDFParser.fromString(
                        "PREFIX sh: <http://www.w3.org/ns/shacl#> <urn:example:s> sh:path sh:path ; sh:minCount 'one' .",
                        Lang.TURTLE)
                .toGraph();

        assertThat(shaclShaclResults(broken)).isNotEmpty();
    }

    @Test
    void baseDataIsValid() {
        assertThat(EXAMPLES.findingsOfBase()).isEmpty();
    }

    @Test
    void emptyStatementViolatesAllRequiredProperties() {
        assertThat(EXAMPLES.violatedShapes("<id/statement/bare> a rec:Statement ."))
                .contains(
                        "statement-speaker",
                        "statement-content",
                        "statement-about",
                        "statement-topic",
                        "statement-article",
                        "statement-evidence",
                        "statement-depth",
                        "statement-form",
                        "statement-speech-act",
                        "statement-speaker-reference",
                        "statement-date-basis");
    }

    /** Results of SHACL-SHACL (SHACL, appendix C), which is bundled with Jena. */
    private static Collection<ReportEntry> shaclShaclResults(Graph shapes) {
        Graph rules = RDFParser.source(ShaclValidator.class.getResourceAsStream("/std/shacl-shacl.ttl"))
                .lang(Lang.TURTLE)
                .toGraph();
        return ShaclValidator.get().validate(rules, shapes).getEntries();
    }

    private static Stream<Node> shapes() {
        return typed().filter(Node::isURI);
    }

    private static Stream<Node> typed() {
        return Stream.of(SHACL.NodeShape, SHACL.PropertyShape)
                .flatMap(type -> SHAPES.stream(Node.ANY, RDF.Nodes.type, type))
                .map(Triple::getSubject);
    }

    private static boolean isOurs(Node node) {
        return node.isURI() && node.getURI().startsWith(ShapeExamples.NAMESPACE);
    }

    private static List<Node> objects(Node subject, Node predicate) {
        return SHAPES.stream(subject, predicate, Node.ANY)
                .map(Triple::getObject)
                .toList();
    }

    /** The English texts that begin like a sentence and end with a full stop. */
    private static List<String> sentences(Node shape, Node predicate) {
        return objects(shape, predicate).stream()
                .filter(text -> text.getLiteralLanguage().equals("en"))
                .map(Node::getLiteralLexicalForm)
                .filter(text -> text.matches("\\p{Lu}.*[.]"))
                .toList();
    }
}
