// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.onrecord.cli.option.ExitCode;
import org.onrecord.cli.option.ReleaseOptions;
import org.onrecord.query.Catalogue;
import org.onrecord.query.Parameter;
import org.onrecord.query.Question;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code queries}: lists the questions of the catalogue, their parameters and their examples. */
@Command(
        name = "queries",
        description = "List the questions of the catalogue, their parameters and their examples.",
        mixinStandardHelpOptions = true)
final class Queries implements Callable<Integer> {
    /** Output formats. */
    private enum Form {
        TABLE,
        JSON
    }

    @Mixin
    private ReleaseOptions options;

    @Option(
            names = "--format",
            defaultValue = "table",
            paramLabel = "FORMAT",
            description = "table or json. Default: ${DEFAULT-VALUE}.")
    private Form format;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Catalogue catalogue = Catalogue.of(options.home()).in(options::release);
        PrintWriter out = spec.commandLine().getOut();
        if (format == Form.JSON) {
            JsonArray list = new JsonArray();
            catalogue.questions().forEach(question -> list.add(json(question)));
            out.println(JSON.toString(list).strip());
        } else {
            catalogue.questions().forEach(question -> print(question, out));
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static void print(Question question, PrintWriter out) {
        out.println(question.name());
        out.println("    " + question.about().title());
        if (question.about().service()) {
            out.println("    needs another endpoint: use ask --allow-service URL");
        }
        for (Parameter parameter : question.parameters()) {
            out.println("    " + parameter.name() + "=  " + parameter.label() + ": " + parameter.typeName()
                    + (parameter.optional() ? ", optional" : ""));
        }
        for (Question.Example example : question.examples()) {
            out.println("    onrecord ask " + question.name() + " " + example);
        }
        out.println();
    }

    private static JsonObject json(Question question) {
        JsonObject object = new JsonObject();
        object.put("name", question.name());
        object.put("title", question.about().title());
        object.put("description", question.about().description());
        object.put("service", question.about().service());
        JsonArray parameters = new JsonArray();
        question.parameters().forEach(parameter -> parameters.add(json(parameter)));
        object.put("parameters", parameters);
        JsonArray examples = new JsonArray();
        question.examples().forEach(example -> examples.add(json(example)));
        object.put("examples", examples);
        return object;
    }

    private static JsonObject json(Parameter parameter) {
        JsonObject object = new JsonObject();
        object.put("name", parameter.name());
        object.put("type", parameter.typeName());
        object.put("optional", parameter.optional());
        object.put("label", parameter.label());
        return object;
    }

    private static JsonObject json(Question.Example example) {
        JsonObject object = new JsonObject();
        example.values().forEach((name, values) -> {
            JsonArray list = new JsonArray();
            values.forEach(list::add);
            object.put(name, list);
        });
        return object;
    }
}
