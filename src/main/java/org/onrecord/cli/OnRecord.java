// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.io.PrintWriter;
import org.onrecord.cli.coding.Compile;
import org.onrecord.cli.coding.Init;
import org.onrecord.cli.coding.New;
import org.onrecord.cli.coding.Prompt;
import org.onrecord.cli.coding.SheetCommand;
import org.onrecord.cli.coding.Withdraw;
import org.onrecord.cli.option.ExitCode;
import org.onrecord.cli.serve.Serve;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command {@code onrecord} and its subcommands. */
@Command(
        name = "onrecord",
        description = {"A knowledge graph of who stated what.", "The default command is serve."},
        mixinStandardHelpOptions = true,
        versionProvider = OnRecord.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Serve.class,
            Validate.class,
            Ask.class,
            Queries.class,
            New.class,
            Prompt.class,
            Compile.class,
            SheetCommand.class,
            Verify.class,
            Export.class,
            SpanCommand.class,
            FormatFiles.class,
            Init.class,
            Withdraw.class
        })
public final class OnRecord {
    private OnRecord() {}

    /**
     * Runs a command line.
     *
     * @param args the arguments; without any, {@code serve} is run
     * @param out output for results
     * @param err output for messages
     * @return the exit code, one of {@link ExitCode}
     */
    public static int run(String[] args, PrintWriter out, PrintWriter err) {
        try {
            return new CommandLine(new OnRecord())
                    .setOut(out)
                    .setErr(err)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setExecutionExceptionHandler(new ExceptionHandler())
                    .execute(args.length == 0 ? new String[] {"serve"} : args);
        } catch (OutOfMemoryError e) {
            err.printf(
                    "onrecord: a heap of %,d MiB is not enough for this data. Start Java with a larger one, such as -Xmx8g; for target/onrecord: JAVA_OPTS=-Xmx8g.%n",
                    Runtime.getRuntime().maxMemory() >> 20);
            return ExitCode.OUTSIDE;
        }
    }

    /** The version from the manifest of the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = OnRecord.class.getPackage().getImplementationVersion();
            return new String[] {"onrecord " + (version == null ? "(from sources)" : version)};
        }
    }
}
