// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.Position;
import org.onrecord.source.Reason;
import org.onrecord.vocabulary.BaseIri;

/** Parses SPARQL 1.1 queries, with error positions. */
public final class SparqlReader {
    private static final Pattern PLACE = Pattern.compile("[Ll]ine (\\d+), column (\\d+)");
    private static final Pattern LEXICAL = Pattern.compile("Lexical error\\W+Encountered: .* after prefix (\".*\")");
    private static final int MAX_MESSAGE_LENGTH = 240;

    private SparqlReader() {}

    /**
     * Parses a query.
     *
     * @param name the name for messages: a file or an option
     * @throws BrokenFileException if it is not SPARQL 1.1
     */
    public static Query parse(String name, String text) {
        return parse(name, text, BaseIri.ONRECORD);
    }

    /** Parses a query with relative IRIs. */
    public static Query parse(String name, String text, BaseIri base) {
        try {
            return QueryFactory.create(text, base.iri(), Syntax.syntaxSPARQL_11);
        } catch (QueryException e) {
            String message = Reason.of(e);
            throw new BrokenFileException(name, place(e, message), shorten(message) + "; correct the query");
        }
    }

    /** The position in Jena's message; that of the exception is the last valid token. */
    private static Position place(QueryException e, String message) {
        Matcher named = PLACE.matcher(message);
        if (named.find()) {
            return new Position(Long.parseLong(named.group(1)), Long.parseLong(named.group(2)));
        }
        return e instanceof QueryParseException known && known.getLine() > 0 && known.getColumn() > 0
                ? new Position(known.getLine(), known.getColumn())
                : new Position(1, 1);
    }

    private static String shorten(String message) {
        String line = message.replaceAll("\\s+", " ")
                .replaceAll("(Encountered) \" .*? \"(.*?) \"\" at", "$1 \"$2\" at")
                .replaceFirst("(?i) at " + PLACE + "|^" + PLACE + ": ", "")
                .strip();
        String plain = LEXICAL.matcher(line).replaceFirst("$1 before this is invalid");
        return plain.length() > MAX_MESSAGE_LENGTH ? plain.substring(0, MAX_MESSAGE_LENGTH) + " ..." : plain;
    }
}
