// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.onrecord.cli.option.ExitCode;
import org.onrecord.source.Formatted;
import org.onrecord.source.SourceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code format}: formats Turtle files, or lists unformatted ones. */
@Command(
        name = "format",
        description = "Format Turtle files: sorted, without comments and blank nodes.",
        mixinStandardHelpOptions = true)
final class FormatFiles implements Callable<Integer> {
    @Option(names = "--check", description = "Only list the files that are not formatted; exit 1 if there are any.")
    private boolean check;

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            defaultValue = "data",
            description = "Files, or folders searched for *.ttl. Default: ${DEFAULT-VALUE}.")
    private List<Path> paths;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Formatted> files = paths.stream()
                .flatMap(path -> SourceFile.below(path, ".ttl").stream())
                .map(Formatted::of)
                .toList();
        List<Formatted> changes = files.stream().filter(file -> !file.isSame()).toList();
        for (Formatted change : changes) {
            spec.commandLine().getOut().println(change.file().name());
            if (!check) {
                change.write();
            }
        }
        spec.commandLine()
                .getErr()
                .printf("%d of %d files %s%n", changes.size(), files.size(), check ? "differ" : "changed");
        return check && !changes.isEmpty() ? ExitCode.WRONG : ExitCode.DONE;
    }
}
