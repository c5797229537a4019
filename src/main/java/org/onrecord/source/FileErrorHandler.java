// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.riot.system.ErrorHandler;

/** Turns errors of RIOT into exceptions with the file name. */
public final class FileErrorHandler implements ErrorHandler {
    private static final Pattern PREFIX = Pattern.compile("Undefined prefix: (\\S*)");
    private static final int MAX_MESSAGE_LENGTH = 300;

    /** Remedies by a part of the parser's message; the first match applies. */
    private static final Map<String, String> REMEDIES = remedies();

    private final String file;
    private final boolean strict;
    private final List<BrokenFileException> refusals = new ArrayList<>();

    /**
     * Creates a handler.
     *
     * @param strict whether warnings are errors too, and messages have a remedy if one is known
     */
    public FileErrorHandler(String file, boolean strict) {
        this.file = file;
        this.strict = strict;
    }

    @Override
    public void warning(String message, long line, long column) {
        if (strict) {
            throw refusal(message, line, column);
        }
    }

    @Override
    public void error(String message, long line, long column) {
        throw refusal(message, line, column);
    }

    @Override
    public void fatal(String message, long line, long column) {
        throw refusal(message, line, column);
    }

    /** The first error: the parser of JSON-LD reports the exception for it as another one. */
    private BrokenFileException refusal(String message, long line, long column) {
        String problem = strict ? shown(message) + remedy(message) : message;
        Position position = new Position(Math.max(1, line), Math.max(1, column));
        refusals.add(new BrokenFileException(file, position, problem));
        return refusals.get(0);
    }

    /** Truncates the message: the parser quotes its input in full. */
    private static String shown(String message) {
        return message.length() <= MAX_MESSAGE_LENGTH ? message : message.substring(0, MAX_MESSAGE_LENGTH) + "...";
    }

    private static String remedy(String message) {
        Matcher prefix = PREFIX.matcher(message);
        if (prefix.find()) {
            return "; declare it at the top: @prefix " + shown(prefix.group(1)) + ": <...> .";
        }
        return REMEDIES.entrySet().stream()
                .filter(entry -> message.contains(entry.getKey()))
                .map(entry -> "; " + entry.getValue())
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> remedies() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("<?xml", "the file looks like RDF/XML: save it as Turtle");
        map.put("<rdf:RDF", "the file looks like RDF/XML: save it as Turtle");
        map.put(
                "Not implemented (formulae",
                "'{' begins a graph in TriG, or JSON-LD: save the file as Turtle, without graphs");
        map.put("[LBRACE]", "'{' begins a graph in TriG: a Turtle file has no graphs");
        map.put("LOADING_DOCUMENT_FAILED", "check the commas, quotation marks and brackets of the JSON before this");
        map.put("Relative URI", "write the full IRI, or xml:base in the element rdf:RDF");
        map.put("Lexical form", "correct the value or its datatype");
        map.put("Relative IRI", "write the full IRI, or declare @base at the top; <> alone names no thing here");
        map.put(
                "Triples not terminated by DOT",
                "expected ';' (same subject), ',' (same property) or '.' (end) before this");
        map.put("newline in string", "expected the closing '\"' on the line before, or \"\"\" around several lines");
        map.put("directive not terminated", "expected '.' before this");
        map.put("in IRI", "expected '>' before this; percent-encode characters that an IRI may not contain");
        map.put("[EOF]", "unexpected end of file: expected the rest of the description and '.'");
        map.put("not legal at this point", "expected '.' before the subject of this");
        map.put("Out of place", "expected the IRI of a subject, in <...> or as prefix:name");
        map.put(
                "escape sequence",
                "expected \\n, \\t, \\\", \\\\ or \\u and four hex digits; write \\\\ for a backslash");
        map.put(
                "Not a hexadecimal character",
                "\\u and \\U begin the number of a character; write \\\\ for a backslash");
        map.put("expected an RDF Term", "expected an IRI, a literal or a list");
        return map;
    }
}
