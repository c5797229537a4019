// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import static org.onrecord.vocabulary.JsonText.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.util.List;
import org.onrecord.query.Catalogue;
import org.onrecord.query.Parameter;
import org.onrecord.query.Question;
import org.onrecord.release.Profile;
import org.onrecord.release.Release;
import org.onrecord.vocabulary.Format;

/**
 * The OpenAPI 3.1 document: the file {@code openapi.json}, whose path {@code /queries/{name}} is a pattern, with an operation
 * for each question of the catalogue.
 */
public final class OpenApi {
    private static final JsonObject DOCUMENT = document();
    private static final String PATTERN = "/queries/{name}";
    private static final JsonObject OPERATION =
            DOCUMENT.getJsonObject("paths").getJsonObject(PATTERN).getJsonObject("get");

    private OpenApi() {}

    private static JsonObject document() {
        try (JsonReader reader = JSON.createReader(OpenApi.class.getResourceAsStream("openapi.json"))) {
            return reader.readObject();
        }
    }

    /**
     * Builds the document.
     *
     * @param origin the origin of the site, without trailing slash; {@code /} for that of the document
     * @param release the release that is served
     */
    public static JsonObject of(Catalogue catalogue, String origin, Release release) {
        Profile profile = release.profile();
        JsonObjectBuilder paths =
                JSON.createObjectBuilder(DOCUMENT.getJsonObject("paths")).remove(PATTERN);
        catalogue
                .questions()
                .forEach(question -> paths.add(
                        "/queries/" + question.name(),
                        JSON.createObjectBuilder().add("get", operation(question))));
        return JSON.createObjectBuilder(DOCUMENT)
                .add(
                        "info",
                        JSON.createObjectBuilder(DOCUMENT.getJsonObject("info"))
                                .add("title", profile.title())
                                .add("version", release.hash())
                                .add(
                                        "license",
                                        JSON.createObjectBuilder()
                                                .add("name", profile.licenceName())
                                                .add("url", profile.licence())))
                .add(
                        "servers",
                        JSON.createArrayBuilder().add(JSON.createObjectBuilder().add("url", origin)))
                .add("paths", paths)
                .build();
    }

    private static JsonObjectBuilder operation(Question question) {
        JsonArrayBuilder parameters = JSON.createArrayBuilder();
        question.parameters().forEach(parameter -> parameters.add(parameter(question, parameter)));
        OPERATION.getJsonArray("parameters").forEach(parameters::add);
        return JSON.createObjectBuilder(OPERATION)
                .add("operationId", question.name())
                .add("summary", question.about().title())
                .add("description", description(question))
                .add("parameters", parameters)
                .add(
                        "responses",
                        JSON.createObjectBuilder(OPERATION.getJsonObject("responses"))
                                .add("200", result(QuestionHandler.formats(question.query()))));
    }

    private static String description(Question question) {
        return question.about().description()
                + (question.about().service()
                        ? " Queries another endpoint: requires the server option --allow-service, otherwise 422."
                        : "");
    }

    private static JsonObjectBuilder parameter(Question question, Parameter parameter) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("name", parameter.name())
                .add("in", "query")
                .add("required", !parameter.optional())
                .add("description", parameter.label() + " (" + parameter.typeName() + ")")
                .add("schema", type("array").add("items", schema(parameter)))
                .add("style", "form")
                .add("explode", true);
        question.examples().stream()
                .flatMap(example -> example.values().getOrDefault(parameter.name(), List.of()).stream())
                .findFirst()
                .ifPresent(
                        value -> json.add("example", JSON.createArrayBuilder().add(value)));
        return json;
    }

    private static JsonObjectBuilder schema(Parameter parameter) {
        return switch (parameter.type()) {
            case DATE -> type("string").add("format", "date");
            case INTEGER -> type("string").add("pattern", "^[+-]?[0-9]{1,18}$");
            case ENTITY, ACTOR, CODE, TEXT -> type("string");
        };
    }

    private static JsonObjectBuilder result(List<Format> formats) {
        JsonObjectBuilder content = JSON.createObjectBuilder();
        formats.forEach(format -> content.add(
                format.mediaType(),
                JSON.createObjectBuilder()
                        .add("schema", type(format.mediaType().endsWith("json") ? "object" : "string"))));
        return JSON.createObjectBuilder().add("description", "The result.").add("content", content);
    }

    private static JsonObjectBuilder type(String name) {
        return JSON.createObjectBuilder().add("type", name);
    }
}
