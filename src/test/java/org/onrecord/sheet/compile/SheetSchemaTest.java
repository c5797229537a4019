// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.SampleHome;
import org.onrecord.curation.HomeEdit;
import org.onrecord.sheet.Sheets;
import org.onrecord.sheet.schema.SheetSchema;
import org.onrecord.source.MergedGraph;
import org.onrecord.vocabulary.JsonText;
import org.onrecord.vocabulary.Namespace;
import org.onrecord.vocabulary.Rec;

/** The JSON Schema of sheets says what the compiler reads. */
class SheetSchemaTest {
    private static final HomeEdit EDIT = new HomeEdit(SampleHome.HOME);
    private static final Graph ONTOLOGY = MergedGraph.of(EDIT.ontology()).graph();
    private static final JsonObject SCHEMA = object(SheetSchema.of(ONTOLOGY));
    private static final JsonSchema VALIDATOR = validator(SheetSchema.of(ONTOLOGY));
    private static final JsonSchema ANSWERS = validator(SheetSchema.ofAnswer(ONTOLOGY));
    private static final String HEAD = "article: x\ntext: x.txt\n";

    private static JsonSchema validator(String schema) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    }

    private static JsonObject object(String json) {
        return JsonText.JSON.createReader(new StringReader(json)).readObject();
    }

    private static Set<String> keys(String definition) {
        JsonObject type =
                definition.isEmpty() ? SCHEMA : SCHEMA.getJsonObject("$defs").getJsonObject(definition);
        assertThat(type.get("additionalProperties")).isEqualTo(JsonValue.FALSE);
        return type.getJsonObject("properties").keySet();
    }

    private static Set<String> codes(String scheme) {
        return ONTOLOGY.stream(Node.ANY, RDF.Nodes.type, Rec.CODE)
                .map(Triple::getSubject)
                .map(Node::getURI)
                .filter(iri -> iri.startsWith(Namespace.CODES + scheme + "/"))
                .map(iri -> iri.substring(iri.lastIndexOf('/') + 1))
                .collect(Collectors.toSet());
    }

    private static Set<String> invalid(JsonSchema schema, String sheet) {
        return schema.validate(sheet, InputFormat.YAML).stream()
                .map(ValidationMessage::getMessage)
                .collect(Collectors.toSet());
    }

    @Test
    void hasExactlyTheKeysOfTheCompiler() {
        assertThat(keys("")).isEqualTo(Head.KEYS);
        assertThat(SCHEMA.getJsonObject("properties")
                        .getJsonObject("coding")
                        .getJsonObject("properties")
                        .keySet())
                .isEqualTo(Head.CODING_KEYS);
        assertThat(keys("statement")).isEqualTo(SheetCompiler.STATEMENT_KEYS);
        assertThat(keys("occasion")).isEqualTo(Occasions.KEYS);
        assertThat(keys("translation")).isEqualTo(Translations.KEYS);
        assertThat(keys("formWithKeys")).isEqualTo(NameSection.KEYS);
        assertThat(keys("thing")).isEqualTo(NewThings.KEYS);
        assertThat(keys("tenure")).isEqualTo(NewThings.TENURE_KEYS);
        Set<String> told = new TreeSet<>(Reports.OTHER_KEYS);
        told.addAll(List.of("status", "provides"));
        told.addAll(codes("role"));
        assertThat(keys("told")).isEqualTo(told);
    }

    @Test
    void hasExactlyTheKindsOfNewThings() {
        String pattern = SCHEMA.getJsonObject("properties")
                .getJsonObject("new")
                .getJsonObject("propertyNames")
                .getString("pattern");
        String kinds = pattern.substring(2, pattern.indexOf(')'));
        assertThat(Arrays.asList(kinds.split("\\|")))
                .containsExactlyElementsOf(new TreeSet<>(NewThings.CLASSES.keySet()));
    }

    @ParameterizedTest
    @CsvSource({
        "speech-act, speech-act",
        "form-code, form",
        "speaker-reference, speaker-reference",
        "date-basis, date-basis",
        "place-level, place-level",
        "event-kind, event-kind",
        "agreement-status, agreement-status",
        "review-status, review-status"
    })
    void hasTheCodesOfTheOntologyWithTheirDefinitions(String definition, String scheme) {
        JsonArray codes =
                SCHEMA.getJsonObject("$defs").getJsonObject(definition).getJsonArray("oneOf");
        assertThat(codes.getValuesAs(JsonObject.class))
                .extracting(code -> code.getString("const"))
                .containsExactlyElementsOf(new TreeSet<>(codes(scheme)));
        assertThat(codes.getValuesAs(JsonObject.class))
                .allSatisfy(code -> assertThat(code.getString("description")).isNotBlank());
    }

    @Test
    void refersToDefinitionsOfItsOwnOnly() {
        for (JsonObject schema : List.of(SCHEMA, object(SheetSchema.ofAnswer(ONTOLOGY)))) {
            Set<String> references = Stream.of(schema.toString().split("\"\\$ref\":\"#/\\$defs/"))
                    .skip(1)
                    .map(rest -> rest.substring(0, rest.indexOf('"')))
                    .collect(Collectors.toSet());
            assertThat(schema.getJsonObject("$defs").keySet()).containsAll(references);
        }
        assertThat(SCHEMA.getString("$schema")).isEqualTo("https://json-schema.org/draft/2020-12/schema");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v", "w", "x"})
    void acceptsSheetsOfTheSample(String article) {
        String sheet = new Sheets(EDIT, SampleHome.TEXTS).sheet(article);
        assertThat(invalid(VALIDATOR, sheet)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "statements: {text: a}",
                "statements: [{text: 2029, act: [assert, deny], says: yes, id: 3, answers: [2, b-40], 'rec:x': y}]",
                "statements: [{text: [a, b], reportsOnly: true, reports: [{text: a, by: b, day: 2023-10-04/}]}]",
                "statements: [{text: a, tells: {of: x, status: signed}}, {text: a, tells: [{of: x, party: [y, z]}]}]",
                "names: {person/a: [A, {words: B, in: none, voice: narrator}], b: C}",
                "new: {person/a: A, event/b: {label: B, kind: remarks, class: SpeechEvent}}",
                "occasions: [{of: a, day: 2023-10-04, basis: stated}]\ntranslations: {of: a, note: b}",
                "published: 2023-10-04\nurl: https://x.example/\nhighest: 4\ncoding: {by: a, from: '2023-10-04T09:00:00Z'}"
            })
    void acceptsFormsThatTheCompilerReads(String rest) {
        assertThat(invalid(VALIDATOR, HEAD + rest)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "statement: []",
                "statements: [{text: a, acts: assert}]",
                "statements: [{text: a, act: asserts}]",
                "statements: [{act: assert}]",
                "statements: [{text: a, id: 1234567}]",
                "statements: [{text: a, day: 4 October}]",
                "statements: [{text: a, says: {b: c}}]",
                "statements: [{text: a, answers: b}]",
                "statements: [{text: a, reports: [{text: b, said: [a, b]}]}]",
                "statements: [{text: a, reportsOnly: yes please}]",
                "statements: [{text: a, tells: {of: x, status: signed, provides: y}}]",
                "statements: [{text: a, tells: {of: x}}]",
                "statements: [{text: a, tells: {status: signed}}]",
                "statements: [{text: a, tells: {of: x, boss: y}}]",
                "statements: [{text: a, basis: guessed}]",
                "names: {person/a: {note: b}}",
                "names: {person/a: {words: b, when: c}}",
                "new: {thing/a: A}",
                "new: {event/a: {kind: party}}",
                "new: {person/a: {tenures: {b: {until: 2029}}}}",
                "occasions: [{of: a, when: 2023-10-04}]",
                "translations: [{by: a}]",
                "coding: {who: a}",
                "published: 4 October",
                "language: de"
            })
    void rejectsWhatTheCompilerRejects(String rest) {
        assertThat(invalid(VALIDATOR, HEAD + rest)).isNotEmpty();
    }

    @Test
    void requiresArticleAndText() {
        assertThat(invalid(VALIDATOR, "article: x")).isNotEmpty();
        assertThat(invalid(VALIDATOR, "article: X y\ntext: x.txt")).isNotEmpty();
    }

    @Test
    void answerHasNoHeadReviewOrOtherProperties() {
        assertThat(invalid(ANSWERS, "names: {person/a: A}\nstatements: [{text: a, act: assert}]"))
                .isEmpty();
        assertThat(object(SheetSchema.ofAnswer(ONTOLOGY))
                        .getJsonObject("properties")
                        .keySet())
                .isEqualTo(SheetSchema.ANSWER_KEYS);
        for (String wrong : List.of("article: x", "coding: {by: a}", "turtle: x", "'rec:x': y")) {
            assertThat(invalid(ANSWERS, "statements: []\n" + wrong)).as(wrong).isNotEmpty();
        }
        for (String wrong :
                List.of("review: proposed", "accepted: a", "'rec:x': y", "tells: {of: a, provides: b, 'rec:x': y}")) {
            assertThat(invalid(ANSWERS, "statements: [{text: a, " + wrong + "}]"))
                    .as(wrong)
                    .isNotEmpty();
        }
        assertThat(invalid(ANSWERS, "names: {}")).isNotEmpty();
    }
}
