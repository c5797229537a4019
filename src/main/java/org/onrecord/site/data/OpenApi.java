// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import static org.onrecord.vocabulary.JsonText.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.onrecord.query.Catalogue;
import org.onrecord.query.Parameter;
import org.onrecord.query.Question;
import org.onrecord.vocabulary.Format;

/** The OpenAPI 3.1 document, with an operation for each question of the catalogue. */
public final class OpenApi {
    private OpenApi() {}

    /**
     * Builds the document.
     *
     * @param origin the origin of the site, without trailing slash; {@code /} for that of the document
     * @param release the release hash
     */
    public static JsonObject of(Catalogue catalogue, String origin, String release) {
        JsonObjectBuilder paths = JSON.createObjectBuilder();
        paths.add("/sparql", object("get", sparql()));
        paths.add("/data", object("get", graphStore()));
        catalogue
                .questions()
                .forEach(question -> paths.add("/queries/" + question.name(), object("get", operation(question))));
        return JSON.createObjectBuilder()
                .add("openapi", "3.1.0")
                .add(
                        "info",
                        JSON.createObjectBuilder()
                                .add("title", "On Record")
                                .add("summary", "Who stated what: queries on reported speech from news articles.")
                                .add("version", release)
                                .add(
                                        "license",
                                        JSON.createObjectBuilder()
                                                .add("name", "CC BY 4.0")
                                                .add("url", "https://creativecommons.org/licenses/by/4.0/")))
                .add("servers", JSON.createArrayBuilder().add(object("url", JSON.createValue(origin))))
                .add("security", JSON.createArrayBuilder())
                .add("tags", tags())
                .add("paths", paths)
                .add("components", components())
                .build();
    }

    private static JsonArrayBuilder tags() {
        return JSON.createArrayBuilder()
                .add(tag("questions", "Questions of the catalogue, with typed parameters."))
                .add(tag("sparql", "SPARQL queries and graphs."));
    }

    private static JsonObjectBuilder tag(String name, String description) {
        return JSON.createObjectBuilder().add("name", name).add("description", description);
    }

    private static JsonObjectBuilder operation(Question question) {
        JsonArrayBuilder parameters = JSON.createArrayBuilder();
        question.parameters().forEach(parameter -> parameters.add(parameter(question, parameter)));
        for (String common : List.of("limit", "offset", "format")) {
            parameters.add(reference("parameters", common));
        }
        return JSON.createObjectBuilder()
                .add("operationId", question.name())
                .add("tags", JSON.createArrayBuilder().add("questions"))
                .add("summary", question.about().title())
                .add("description", description(question))
                .add("parameters", parameters)
                .add("responses", responses(QuestionHandler.formats(question.query())));
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
                .add("schema", JSON.createObjectBuilder().add("type", "array").add("items", schema(parameter)))
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
        JsonObjectBuilder schema = JSON.createObjectBuilder().add("type", "string");
        return switch (parameter.type()) {
            case DATE -> schema.add("format", "date");
            case INTEGER -> schema.add("pattern", "^[+-]?[0-9]{1,18}$");
            case ENTITY, CODE, TEXT -> schema;
        };
    }

    private static JsonObjectBuilder responses(List<Format> formats) {
        JsonObjectBuilder content = JSON.createObjectBuilder();
        formats.forEach(format -> content.add(
                format.mediaType(),
                JSON.createObjectBuilder()
                        .add(
                                "schema",
                                format.mediaType().endsWith("json")
                                        ? JSON.createObjectBuilder().add("type", "object")
                                        : JSON.createObjectBuilder().add("type", "string"))));
        JsonObjectBuilder responses = JSON.createObjectBuilder()
                .add(
                        "200",
                        JSON.createObjectBuilder()
                                .add("description", "The result.")
                                .add("content", content));
        for (String status : List.of("406", "422", "503")) {
            responses.add(status, reference("responses", "problem"));
        }
        return responses;
    }

    private static JsonObjectBuilder sparql() {
        return JSON.createObjectBuilder()
                .add("operationId", "sparql")
                .add("tags", JSON.createArrayBuilder().add("sparql"))
                .add("summary", "SPARQL 1.1 Protocol")
                .add("description", "Runs a SPARQL 1.1 query; also with POST.")
                .add(
                        "parameters",
                        JSON.createArrayBuilder()
                                .add(JSON.createObjectBuilder()
                                        .add("name", "query")
                                        .add("in", "query")
                                        .add("required", true)
                                        .add("description", "The query.")
                                        .add(
                                                "schema",
                                                JSON.createObjectBuilder().add("type", "string")))
                                .add(reference("parameters", "format")))
                .add(
                        "responses",
                        responses(List.of(Format.SPARQL_JSON, Format.CSV, Format.SPARQL_XML, Format.TURTLE))
                                .add("400", reference("responses", "problem")));
    }

    private static JsonObjectBuilder graphStore() {
        return JSON.createObjectBuilder()
                .add("operationId", "data")
                .add("tags", JSON.createArrayBuilder().add("sparql"))
                .add("summary", "SPARQL 1.1 Graph Store HTTP Protocol")
                .add("description", "Returns a graph of the release, selected by 'graph' or 'default'.")
                .add(
                        "parameters",
                        JSON.createArrayBuilder()
                                .add(common("graph", "The IRI of a named graph.", "string"))
                                .add(common("default", "Selects the default graph; has no value.", "string"))
                                .add(reference("parameters", "format")))
                .add(
                        "responses",
                        responses(List.of(Format.TURTLE))
                                .add("400", reference("responses", "problem"))
                                .add("404", reference("responses", "problem")));
    }

    private static JsonObjectBuilder components() {
        JsonObjectBuilder problem = JSON.createObjectBuilder()
                .add("description", "What is wrong, where, and what to do (RFC 9457).")
                .add(
                        "content",
                        object(
                                "application/problem+json",
                                object("schema", JSON.createObjectBuilder().add("type", "object"))));
        return JSON.createObjectBuilder()
                .add(
                        "parameters",
                        JSON.createObjectBuilder()
                                .add("limit", common("limit", "Maximum number of rows.", "integer"))
                                .add("offset", common("offset", "Number of rows to skip.", "integer"))
                                .add("format", common("format", "Name of a format; overrides Accept.", "string")))
                .add("responses", object("problem", problem));
    }

    private static JsonObjectBuilder common(String name, String description, String type) {
        JsonObjectBuilder schema = JSON.createObjectBuilder().add("type", type);
        return JSON.createObjectBuilder()
                .add("name", name)
                .add("in", "query")
                .add("required", false)
                .add("description", description)
                .add("schema", type.equals("integer") ? schema.add("minimum", 0) : schema);
    }

    private static JsonObjectBuilder reference(String kind, String name) {
        return object("$ref", JSON.createValue("#/components/" + kind + "/" + name));
    }

    private static JsonObjectBuilder object(String name, JsonObjectBuilder value) {
        return JSON.createObjectBuilder().add(name, value);
    }

    private static JsonObjectBuilder object(String name, jakarta.json.JsonValue value) {
        return JSON.createObjectBuilder().add(name, value);
    }
}
