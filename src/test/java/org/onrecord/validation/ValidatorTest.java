// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.TurtleFile;

class ValidatorTest {
    private static final String ANNA = "<https://w3id.org/onrecord/id/person/anna>";

    @Test
    void acceptsValidData() {
        Report report = Sample.validate(Sample.GOOD);
        assertThat(report.findings()).isEmpty();
        assertThat(report.conforms()).isTrue();
        assertThat(report.files()).containsExactly("data/good.ttl", "ontology/onrecord.ttl", "ontology/shapes/s.ttl");
    }

    @Test
    void reportsPlaceOfFocusIfValueIsMissing() {
        Finding finding =
                onlyFinding("\n<https://w3id.org/onrecord/id/statement/a-2> a rec:Statement ; rec:content \"Yes.\" .");
        assertThat(finding.place()).hasToString("data/bad.ttl:7:48");
        assertThat(finding.severity()).isEqualTo(Severity.VIOLATION);
        assertThat(finding.message()).isEqualTo("A statement does not have exactly one speaker.");
        assertThat(finding.remedy()).contains("Name the speaker with rec:speaker.");
        assertThat(finding.shape().getLocalName()).isEqualTo("speaker");
    }

    @Test
    void reportsPlaceOfTripleIfValueIsWrong() {
        Finding finding = onlyFinding(statement("rec:speaker rec:Person"));
        assertThat(finding.place()).hasToString("data/bad.ttl:7:17");
        assertThat(finding.fault().value())
                .hasValueSatisfying(value -> assertThat(value.getLocalName()).isEqualTo("Person"));
    }

    @Test
    void reportsPlaceOfLastValueIfThereAreTooMany() {
        Finding finding = onlyFinding("<https://w3id.org/onrecord/id/person/berta> a rec:Person .\n"
                + statement("rec:speaker " + ANNA + " ,\n    <https://w3id.org/onrecord/id/person/berta>"));
        assertThat(finding.place()).hasToString("data/bad.ttl:9:5");
    }

    @Test
    void inheritsMessageAndRemedyFromEnclosingShape() {
        Finding finding = onlyFinding(
                statement("rec:speaker " + ANNA + " ; rec:content \"It is far longer than twenty letters.\""));
        assertThat(finding.message()).isEqualTo("A statement breaks a rule of statements.");
        assertThat(finding.remedy()).contains("Look at the rules of statements.");
        assertThat(finding.shape().getLocalName()).isEqualTo("statement");
    }

    @Test
    void mergesFindingsOfTwoConstraintsOfAShape() {
        Finding finding = onlyFinding(statement("rec:speaker \"Anna\""));
        assertThat(finding.message()).isEqualTo("A statement does not have exactly one speaker.");
    }

    @Test
    void conformsWithWarnings() {
        Report report = Sample.validate(
                Sample.GOOD, Sample.file("data/bad.ttl", statement("rec:speaker " + ANNA + " ; rec:content \"No\"")));
        assertThat(report.count(Severity.WARNING)).isEqualTo(1);
        assertThat(report.conforms()).isTrue();
    }

    @Test
    void suggestsTermsForMisspeltProperty() {
        Finding finding = onlyFinding(statement("rec:speaker " + ANNA + " ;\n    rec:contant \"Yes.\""));
        assertThat(finding.place()).hasToString("data/bad.ttl:8:17");
        assertThat(finding.message())
                .isEqualTo("An undefined term is used. 'rec:contant' is not defined; did you mean rec:content?");
    }

    @Test
    void reportsEachUseOfUndefinedTermOnce() {
        TurtleFile bad = Sample.file("data/bad.ttl", """
                <https://w3id.org/onrecord/id/person/carla> a rec:Persn ;
                    rec:contant "Yes.", "No." .
                """);
        assertThat(Sample.validate(bad).findings())
                .extracting(finding -> finding.place().toString())
                .containsExactly("data/bad.ttl:6:47", "data/bad.ttl:7:17", "data/bad.ttl:7:25");
    }

    @Test
    void suggestsThingForDanglingReference() {
        Finding finding = onlyFinding(statement("rec:speaker <https://w3id.org/onrecord/id/person/ana>"));
        assertThat(finding.place()).hasToString("data/bad.ttl:7:17");
        assertThat(finding.message()).endsWith("'id/person/ana' is not defined; did you mean id/person/anna?");
    }

    @Test
    void suggestsSameSlugOfAnotherKind() {
        Finding finding = onlyFinding(statement("rec:speaker <https://w3id.org/onrecord/id/state/anna>"));
        assertThat(finding.message()).endsWith("did you mean id/person/anna?");
    }

    @Test
    void prefersSparqlConstraintForUndefinedTerm() {
        TurtleFile query = Sample.file("ontology/shapes/query.ttl", """
                recs:query a sh:NodeShape ; sh:targetClass rec:Statement ; sh:message "It is not described." ;
                    sh:sparql [ sh:select \"""SELECT $this ?path ?value WHERE {
                        $this ?path ?value FILTER (isIRI(?value) && NOT EXISTS { ?value ?any ?thing }) }\""" ] .
                """);
        TurtleFile shape = Sample.file("ontology/shapes/shape.ttl", """
                recs:shape a sh:PropertyShape ; sh:targetClass rec:Statement ; sh:path rec:speaker ; sh:class rec:Person ;
                    sh:message "No person." .
                """);
        TurtleFile bad =
                Sample.file("data/bad.ttl", statement("rec:speaker <https://w3id.org/onrecord/id/person/ana>"));
        assertThat(new Validator(List.of(Sample.TERMS, shape, query))
                        .validate(List.of(Sample.GOOD, bad))
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).startsWith("It is not described. 'id/person/ana'"));
    }

    @Test
    void doesNotSuggestDistantTerms() {
        Finding finding = onlyFinding(statement("rec:speaker " + ANNA + " ; rec:zzz 1"));
        assertThat(finding.message()).endsWith("'rec:zzz' is not defined");
    }

    @Test
    void reportsOnlyOnNodesOfGivenFiles() {
        TurtleFile old = Sample.file("data/old.ttl", statement("rec:content \"Yes.\""));
        TurtleFile given =
                Sample.file("x.ttl", statement("rec:content \"Yes.\"").replace("a-2", "a-3"));
        Report report = Sample.validator().validate(List.of(Sample.GOOD, old, given), List.of(given), bytes -> {});
        assertThat(report.files()).containsExactly("x.ttl");
        assertThat(report.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.place().file()).isEqualTo("x.ttl"));
    }

    @Test
    void ignoresShapesInData() {
        TurtleFile posted =
                Sample.file("x.ttl", "recs:mine a sh:NodeShape ; sh:targetClass rec:Person ; sh:nodeKind sh:Literal .");
        assertThat(Sample.validate(Sample.GOOD, posted).findings())
                .noneMatch(finding -> finding.shape().getLocalName().equals("mine"));
    }

    @Test
    void sortsBySeverityFileAndLine() {
        TurtleFile b = Sample.file("data/b.ttl", statement("rec:content \"No\""));
        TurtleFile a =
                Sample.file("data/a.ttl", statement("rec:content \"Yes.\"").replace("a-2", "a-3"));
        assertThat(Sample.validate(b, a).findings())
                .extracting(
                        finding -> finding.severity() + " " + finding.place().file())
                .containsExactly("violation data/a.ttl", "violation data/b.ttl", "warning data/b.ttl");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sh:path 'x' ; sh:minCount 1           | 1:1  | Bad list
            sh:path rec:content ; sh:minCount 'x' | 1:1  | cannot be cast
            sh:path rec:content ; sh:pattern '('  | 1:1  | Unclosed group
            sh:minCount 1                         | 6:10 | Cardinality constraint on a node shape
            """, quoteCharacter = '`')
    void reportsFileOfIllFormedShape(String properties, String position, String problem) {
        TurtleFile broken = Sample.file(
                "ontology/shapes/broken.ttl",
                "recs:p a sh:PropertyShape ; sh:targetClass rec:Person ; " + properties + " .");
        assertThatExceptionOfType(BrokenFileException.class)
                .isThrownBy(() ->
                        new Validator(List.of(Sample.TERMS, Sample.SHAPES, broken)).validate(List.of(Sample.GOOD)))
                .withMessageStartingWith("ontology/shapes/broken.ttl:" + position + ": Invalid shape; correct it")
                .withMessageContaining(problem);
    }

    /** Two lines, the properties on line 7. */
    private static String statement(String properties) {
        return "<https://w3id.org/onrecord/id/statement/a-2> a rec:Statement ;\n    " + properties + " .";
    }

    private static Finding onlyFinding(String body) {
        Report report = Sample.validate(Sample.GOOD, Sample.file("data/bad.ttl", body));
        assertThat(report.findings()).hasSize(1);
        return report.findings().get(0);
    }

    @Test
    void keepsALevelThatIsNotOfShacl() {
        Report report = withShape("sh:class rec:Statement ; sh:severity <urn:example:serious> ; sh:message \"No.\"");

        assertThat(report.conforms()).isFalse();
        assertThat(ReportFormat.TEXT.write(report)).contains("violation (urn:example:serious): No.");
        assertThat(ReportFormat.JUNIT.write(report)).contains("violation (urn:example:serious): No.");
        assertThat(ReportFormat.JSON.write(report)).contains("\"level\" : \"urn:example:serious\"");
        assertThat(ReportFormat.TURTLE.write(report))
                .contains("<urn:example:serious>")
                .doesNotContain("sh:Violation");
    }

    @Test
    void keepsTwoShapesOfOneWordingApart() {
        String shape = "sh:class rec:Statement ; sh:message \"No.\"";

        assertThat(withShape(shape + " . recs:other a sh:NodeShape ; sh:targetClass rec:Person ; " + shape)
                        .findings())
                .extracting(finding -> finding.shape().getLocalName())
                .containsExactly("mine", "other");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'Nein.'@de, 'No.'@en, 'Non.'@fr | No.   | @de @en @fr
            'Nein.'@de, 'No.'               | No.   | @de
            'Non.'@fr, 'Nein.'@de           | Nein. | @de @fr
            """)
    void keepsEveryLanguageAndChoosesOneForTexts(String messages, String text, String tags) {
        for (String constraint : List.of("sh:class rec:Statement ; sh:message " + messages, """
                sh:sparql [ sh:message %s ; sh:select "SELECT $this { $this a ?type }" ]""".formatted(messages))) {
            Report report = withShape(constraint + " ; rec:remedy " + messages);

            assertThat(report.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.message()).isEqualTo(text);
                assertThat(finding.remedy()).contains(text);
            });
            String turtle = ReportFormat.TURTLE.write(report);
            assertThat(turtle).contains(tags.split(" ")).contains("Nein.");
            assertThat(turtle.contains("@en")).isEqualTo(tags.contains("@en"));
        }
    }

    @Test
    void givesTheLanguageBackToAMessageThatJenaFillsIn() {
        Report report = withShape("sh:sparql [ sh:message 'Nein, {?type}.'@de ; sh:select"
                + " \"SELECT $this ?type { $this a ?type }\" ]");

        assertThat(ReportFormat.TURTLE.write(report))
                .contains("Nein, <https://w3id.org/onrecord/ontology#Person>.\"@de");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }",
                "?s ?p ?o MINUS { service ?s { ?s ?p ?o } } }",
                "?s ?p ?o FILTER NOT EXISTS { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } }",
                "{ SELECT ?s { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }) } }"
            })
    void refusesAShapeThatAsksAnotherMachine(String where) {
        assertThatExceptionOfType(BrokenFileException.class)
                .isThrownBy(() ->
                        withShape("sh:sparql [ sh:message 'No.' ;\n sh:select \"SELECT $this { " + where + "\" ]"))
                .withMessageStartingWith("ontology/shapes/mine.ttl:7:12: A shape asks another machine with SERVICE");
    }

    @Test
    void runsAShapeThatOnlyMentionsService() {
        Report report = withShape(
                "sh:sparql [ sh:message 'No.' ; sh:select \"PREFIX SERVICE: <urn:SERVICE>"
                        + " SELECT $this { $this ?SERVICE ?o FILTER (?o != 'SERVICE <x> {}' && ?o != SERVICE:x) } # SERVICE\" ]");

        assertThat(report.findings()).isNotEmpty();
    }

    /** The report on a person with a shape {@code recs:mine} of persons. */
    private static Report withShape(String properties) {
        TurtleFile shape = Sample.file(
                "ontology/shapes/mine.ttl",
                "recs:mine a sh:NodeShape ; sh:targetClass rec:Person ; " + properties + " .");
        TurtleFile anna = Sample.file("data/anna.ttl", ANNA + " a rec:Person .");
        return new Validator(List.of(Sample.TERMS, shape)).validate(List.of(anna));
    }
}
