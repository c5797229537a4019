// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.coding;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.onrecord.cli.option.ExitCode;
import org.onrecord.curation.NewHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code init}: creates a home. */
@Command(
        name = "init",
        description = {
            "Create a home of your own: data/dataset.ttl, empty folders for articles, reference data and texts.",
            "The folder texts is ignored by git; the home becomes a git repository where git is installed."
        },
        mixinStandardHelpOptions = true)
public final class Init implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The folder; it must not contain data/.")
    private Path folder;

    @Option(
            names = "--base",
            required = true,
            paramLabel = "IRI",
            description = "The base of the home's IRIs, such as https://example.org/record/.")
    private String base;

    @Option(
            names = "--title",
            defaultValue = "Our record: who stated what",
            paramLabel = "T",
            description = "The title of the dataset, in English. Default: ${DEFAULT-VALUE}.")
    private String title;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        NewHome.of(base, title).create(folder);
        boolean repository = new Git(folder).init();
        var out = spec.commandLine().getOut();
        out.println("Created '" + folder + "' with the base " + base);
        if (!repository) {
            out.println("git was not found, so that the home is not a repository.");
        }
        out.println("Complete title, description, licence and publisher in '" + folder.resolve("data/dataset.ttl")
                + "', then: serve --home " + folder);
        out.flush();
        return ExitCode.DONE;
    }
}
