// SPDX-License-Identifier: Apache-2.0
package org.onrecord.conformance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.Jena;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.path.Path;
import org.junit.jupiter.api.Test;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.TurtleFile;
import org.onrecord.source.TurtleReader;
import org.onrecord.validation.Finding;
import org.onrecord.validation.Report;
import org.onrecord.validation.Validator;

/** The W3C's SHACL Core and SHACL-SPARQL cases, validated as the files of a home are. */
class W3cShaclTest {
    private static final String SHT = "http://www.w3.org/ns/shacl-test#";
    private static final Node FAILURE = NodeFactory.createURI(SHT + "Failure");
    private static final String JENA_5 = "Jena 5, not 6, answers what SHACL-SPARQL does not allow";
    private static final Map<String, List<String>> KNOWN = Map.of(
            "an ill-formed literal is refused when the file is read",
            List.of(
                    "core/node/datatype-001",
                    "core/property/datatype-001",
                    "core/property/datatype-ill-formed",
                    "core/property/or-datatypes-001"),
            "what one shape finds by two ways is reported once",
            List.of("core/property/property-001", "core/validation-reports/shared"),
            "Jena names one value of several",
            List.of("core/property/uniqueLang-001"),
            "Jena answers what SHACL-SPARQL does not allow",
            List.of(
                    "sparql/pre-binding/pre-binding-006",
                    "sparql/pre-binding/unsupported-sparql-001",
                    "sparql/pre-binding/unsupported-sparql-002",
                    "sparql/pre-binding/unsupported-sparql-004"),
            JENA_5,
            List.of("sparql/pre-binding/unsupported-sparql-005", "sparql/pre-binding/unsupported-sparql-006"));

    @Test
    void passesEveryCaseThatIsNotLeftOut() {
        Map<String, List<String>> known = new HashMap<>(KNOWN);
        if (!Jena.VERSION.startsWith("5.")) {
            known.remove(JENA_5);
        }
        new Suite("SHACL Core and SHACL-SPARQL through validate", Suite.cases("shacl"), known)
                .check(W3cShaclTest::passes);
    }

    private static boolean passes(Case test) {
        Node result = test.one(test.node(), Case.MF + "result");
        try {
            return agree(test, result, report(test)) && !result.equals(FAILURE);
        } catch (BrokenFileException e) {
            return result.equals(FAILURE);
        }
    }

    private static Report report(Case test) {
        String shapes = test.one(test.action(), SHT + "shapesGraph").getURI();
        String data = test.one(test.action(), SHT + "dataGraph").getURI();
        TurtleFile read = read(shapes);
        return new Validator(List.of(read)).validate(List.of(data.equals(shapes) ? read : read(data)));
    }

    private static TurtleFile read(String address) {
        String text = "@base <" + address + "> .\n" + Case.text(address);
        return TurtleReader.read(
                address.substring(address.lastIndexOf('/') + 1), text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean agree(Case test, Node result, Report report) {
        List<Finding> found = new ArrayList<>(report.findings());
        List<Node> expected =
                Case.objects(test.manifest(), result, SHACL.result.getURI()).toList();
        return expected.size() == found.size()
                && expected.stream()
                        .allMatch(node -> found.stream()
                                .filter(finding -> agree(test, node, finding))
                                .findFirst()
                                .map(found::remove)
                                .orElse(false));
    }

    /** A blank node agrees with any, and so does a shape without an IRI with the one around it. */
    private static boolean agree(Case test, Node expected, Finding found) {
        Optional<Path> path =
                said(test, expected, SHACL.resultPath).map(node -> ShaclPaths.parsePath(test.manifest(), node));
        return agree(
                        said(test, expected, SHACL.focusNode),
                        Optional.of(found.fault().focus()))
                && agree(said(test, expected, SHACL.value), found.fault().value())
                && path.equals(found.fault().path())
                && said(test, expected, SHACL.resultSeverity).equals(Optional.of(found.level()))
                && said(test, expected, SHACL.sourceConstraintComponent).equals(Optional.of(found.component()))
                && said(test, expected, SHACL.sourceShape)
                        .filter(Node::isURI)
                        .map(found.shape()::equals)
                        .orElse(true);
    }

    private static boolean agree(Optional<Node> expected, Optional<Node> found) {
        return expected.equals(found)
                || expected.filter(Node::isBlank).isPresent()
                        && found.filter(Node::isBlank).isPresent();
    }

    private static Optional<Node> said(Case test, Node result, Node property) {
        return Case.objects(test.manifest(), result, property.getURI()).findFirst();
    }
}
