// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.io.UncheckedIOException;
import org.onrecord.cli.option.CommandException;
import org.onrecord.cli.option.ExitCode;
import org.onrecord.curation.EditRefusedException;
import org.onrecord.query.Endpoint;
import org.onrecord.release.dump.ReleaseFolder;
import org.onrecord.server.StartException;
import org.onrecord.sheet.chat.ChatFailedException;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.Reason;
import org.onrecord.source.UnreadableFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Turns exceptions of commands into a message and an exit code. Prints a stack trace only for unexpected exceptions.
 */
final class ExceptionHandler implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        int code = code(failure);
        if (code == CommandLine.ExitCode.SOFTWARE && !(failure instanceof CommandLine.ParameterException)) {
            command.getErr().println("onrecord: this is a bug of On Record; please report it with this stack trace:");
            failure.printStackTrace(command.getErr());
            return ExitCode.OUTSIDE;
        }
        command.getErr().println("onrecord: " + Reason.of(failure));
        return code;
    }

    private static int code(Exception failure) {
        if (failure instanceof CommandException exception) {
            return exception.code();
        }
        if (failure instanceof ReleaseFolder.OccupiedException || failure instanceof EditRefusedException) {
            return ExitCode.USAGE;
        }
        if (failure instanceof BrokenFileException || failure instanceof UnreadableFileException) {
            return ExitCode.BROKEN;
        }
        return failure instanceof UncheckedIOException
                        || failure instanceof StartException
                        || failure instanceof ChatFailedException
                        || failure instanceof Endpoint.FailedException
                ? ExitCode.OUTSIDE
                : CommandLine.ExitCode.SOFTWARE;
    }
}
