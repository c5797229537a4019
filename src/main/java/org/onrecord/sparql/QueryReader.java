// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sparql;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.shared.JenaException;
import org.onrecord.guard.Budget;
import org.onrecord.guard.RefusedException;
import org.onrecord.guard.engine.GuardedParser;
import org.onrecord.http.Problem;
import org.onrecord.http.ProblemException;
import org.onrecord.http.ProblemType;
import org.onrecord.query.Similarity;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Namespace;

/** Parses SPARQL 1.1 queries, without Jena's extensions. */
final class QueryReader {
    private static final Pattern POSITION =
            Pattern.compile("(?s)^(Lexical error at )?[Ll]ine \\d+, column \\d+[:.]\\s*");
    private static final Pattern AT = Pattern.compile(" at line (\\d+), column (\\d+)");
    private static final Pattern PREFIX = Pattern.compile("Unresolved prefixed name: ([^:\\s]*):");
    private static final Pattern ENCOUNTERED = Pattern.compile("(?s)Encountered:? \"?\\s*(.*?)\\s*\"? at line.*");
    private static final Pattern LEXICAL =
            Pattern.compile("(?s)Lexical error.*Encountered: (?:<EOF>|'.*' \\((\\d+)\\),)(?: after prefix \"(.*)\")?");
    private static final int LONGEST = 400;
    private static final int MOST_EXPECTED = 16;

    private QueryReader() {}

    /**
     * Parses a query.
     *
     * @param base the base of its relative IRIs
     * @throws ProblemException if it is not SPARQL 1.1
     * @throws RefusedException if parsing takes too long
     */
    static Query read(String text, BaseIri base, Budget budget) {
        try {
            return GuardedParser.parse(text, base.iri(), budget);
        } catch (RefusedException e) {
            throw e;
        } catch (GuardedParser.NestedTooDeeplyException e) {
            throw at(ProblemType.NESTED_TOO_DEEPLY, e.getLine(), e.getColumn(), String.valueOf(e.getMessage()));
        } catch (QueryParseException e) {
            throw syntaxError(e);
        } catch (JenaException | IllegalArgumentException e) {
            throw new ProblemException(
                    ProblemType.SYNTAX_ERROR, "The query cannot be read: " + oneLine(String.valueOf(e.getMessage())));
        }
    }

    private static ProblemException syntaxError(QueryParseException error) {
        String message = String.valueOf(error.getMessage());
        int line = error.getLine();
        int column = error.getColumn();
        Matcher at = AT.matcher(message);
        if (at.find()) {
            line = Integer.parseInt(at.group(1));
            column = Integer.parseInt(at.group(2));
        }
        String what = what(message);
        if (line < 1) {
            return new ProblemException(ProblemType.SYNTAX_ERROR, what);
        }
        return at(ProblemType.SYNTAX_ERROR, line, column, what);
    }

    private static ProblemException at(ProblemType type, int line, int column, String what) {
        return new ProblemException(Problem.of(type, "Line %d, column %d: %s".formatted(line, column, what))
                .at(line, column));
    }

    private static String what(String message) {
        Matcher prefix = PREFIX.matcher(message);
        if (prefix.find()) {
            return unknownPrefix(prefix.group(1));
        }
        Matcher encountered = ENCOUNTERED.matcher(message);
        if (encountered.find()) {
            String token = image(encountered.group(1));
            String found =
                    token.equals("<EOF>") ? "the query ends too early." : "'" + token + "' is not expected here.";
            return oneLine(found + expected(message));
        }
        Matcher lexical = LEXICAL.matcher(message);
        return lexical.find()
                ? oneLine(lexical(lexical))
                : oneLine(POSITION.matcher(message).replaceFirst(""));
    }

    private static String lexical(Matcher error) {
        String found = error.group(1) == null
                ? "the query ends in the middle of a word"
                : "'" + Character.toString(Integer.parseInt(error.group(1))) + "' is not expected here";
        return error.group(2) == null
                ? found + "."
                : found + ", after '" + error.group(2).replace("\\", "") + "'.";
    }

    /** Removes the kind of a token from a message of the parser. */
    private static String image(String encountered) {
        String token = encountered.replaceAll("\\s*\"\\s*$", "").strip();
        int quote = token.lastIndexOf('"', token.length() - 1);
        return (quote < 0 ? token : token.substring(quote + 1)).strip();
    }

    /** The expected tokens, unless there are too many. */
    private static String expected(String message) {
        int at = message.indexOf("Was expecting");
        if (at < 0) {
            return "";
        }
        List<String> tokens = message.substring(message.indexOf(':', at) + 1)
                .lines()
                .map(line -> line.replace("...", "").replace("\"", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        return tokens.isEmpty() || tokens.size() > MOST_EXPECTED ? "" : " Expected: " + String.join(" or ", tokens);
    }

    private static String unknownPrefix(String prefix) {
        String known = Namespace.PREFIXES.get(prefix);
        if (known != null) {
            return "the prefix '%s:' is not declared. Begin the query with: PREFIX %s: <%s>"
                    .formatted(prefix, prefix, known);
        }
        String near = String.join(
                ", ",
                Similarity.nearest(prefix, Namespace.PREFIXES.keySet()).stream()
                        .map(name -> "%s: <%s>".formatted(name, Namespace.PREFIXES.get(name)))
                        .toList());
        return "the prefix '%s:' is not declared.%s".formatted(prefix, near.isEmpty() ? "" : " Nearest: " + near);
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
