// SPDX-License-Identifier: Apache-2.0
package org.onrecord.turtle;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.riot.system.ErrorHandler;
import org.onrecord.project.BrokenFileException;
import org.onrecord.project.Position;

/** Refuses everything that RIOT reports, warnings too, naming the file and adding a remedy where there is a plain one. */
final class StrictErrors implements ErrorHandler {
    private static final Pattern PREFIX = Pattern.compile("Undefined prefix: (\\S*)");

    private final String file;

    StrictErrors(String file) {
        this.file = file;
    }

    @Override
    public void warning(String message, long line, long column) {
        throw refusal(message, line, column);
    }

    @Override
    public void error(String message, long line, long column) {
        throw refusal(message, line, column);
    }

    @Override
    public void fatal(String message, long line, long column) {
        throw refusal(message, line, column);
    }

    private BrokenFileException refusal(String message, long line, long column) {
        return new BrokenFileException(
                file, new Position(Math.max(1, line), Math.max(1, column)), message + remedy(message));
    }

    private static String remedy(String message) {
        Matcher prefix = PREFIX.matcher(message);
        if (prefix.find()) {
            return "; declare it at the top: @prefix " + prefix.group(1) + ": <...> .";
        }
        if (message.startsWith("Lexical form")) {
            return "; correct the value or its datatype";
        }
        if (message.contains("Relative IRI")) {
            return "; write the whole IRI, or declare @base at the top";
        }
        return "";
    }
}
