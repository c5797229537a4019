// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The types of problems, each with status, meaning and remedy. */
public enum ProblemType {
    /** 400. */
    SYNTAX_ERROR(
            400,
            "The query is not SPARQL 1.1",
            "The text of the query cannot be parsed. The answer names line and column where reading stopped.",
            "Correct the query there. Often a prefix is not declared, or a brace or full stop is missing."),
    /** 400. */
    NESTED_TOO_DEEPLY(
            400,
            "The query is nested too deeply",
            "Brackets are nested, or operators chained, beyond what this server reads.",
            "Write the query flatter, or ask several."),
    /** 400. */
    BAD_REQUEST(
            400,
            "The request cannot be understood",
            "A parameter is missing, given twice, or has a value that cannot be read; or the request is not HTTP.",
            "Send exactly one query, percent-encoded in UTF-8, as the SPARQL 1.1 Protocol says."),
    /** 403. */
    READ_ONLY(
            403,
            "This endpoint changes nothing",
            "SPARQL Update is not run here: the graph is an immutable release.",
            "Send a query. To propose a change, write to the maintainers."),
    /** 404. */
    NOT_FOUND(404, "There is nothing at this address", "No page or service has this path.", "Check the address."),
    /** 405. */
    METHOD_NOT_ALLOWED(
            405,
            "The method is not allowed here",
            "The address exists, but does not answer this HTTP method.",
            "Use one of the methods in the Allow header."),
    /** 406. */
    NOT_ACCEPTABLE(
            406,
            "No acceptable representation",
            "The answer cannot be written in any media type that the Accept header or the format parameter asks for.",
            "Ask for one of the media types that the answer lists, or leave the Accept header out."),
    /** 408. */
    REQUEST_TIMEOUT(
            408,
            "The request came too slowly",
            "The server waited for the rest of the request and gave up.",
            "Send the request again, in one go."),
    /** 410. */
    GONE(
            410,
            "This was withdrawn",
            "The address belonged to an article or a statement that was withdrawn. It is not given to anything else.",
            "Read the reason in the answer. A release from before the withdrawal still has it."),
    /** 410. */
    NO_SUCH_RELEASE(
            410,
            "The log of changes does not have this release",
            "The release is older than the log, or of another chain of releases.",
            "Load the current release from /dumps/, and ask for the changes after it."),
    /** 413. */
    BODY_TOO_LARGE(
            413,
            "The request body is too large",
            "The body, or what it describes, is larger than this server reads.",
            "Send less at a time: a shorter query, or data in smaller parts."),
    /** 414. */
    ADDRESS_TOO_LONG(
            414,
            "The address is too long",
            "The query in the address is longer than this server reads.",
            "Send the query as the body of a POST with Content-Type application/sparql-query."),
    /** 415. */
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The body is of a kind that is not read here",
            "The body's media type, character set or content coding is not one that this endpoint reads.",
            "Send a media type that the header Accept-Post of the answer names, in UTF-8, not compressed."),
    /** 416. */
    NO_SUCH_RANGE(
            416,
            "The file has no such bytes",
            "The header Range asks for bytes behind the end of the file.",
            "Ask for bytes below the length that Content-Range tells, or leave Range out."),
    /** 422. */
    REFUSED_FEATURE(
            422,
            "The query asks for something that is refused",
            "It uses SERVICE, or a function that is not part of SPARQL 1.1. No request left the server, no code was loaded.",
            "Leave it out. Join with other endpoints on your side."),
    /** 422. */
    TOO_MANY_ROWS(
            422,
            "The answer has too many rows",
            "The answer is longer than this server sends. Nothing was sent, rather than a part.",
            "Add ORDER BY, LIMIT and OFFSET, and ask page by page; or take the dump."),
    /** 422. */
    TOO_MANY_BYTES(
            422,
            "The answer is too long",
            "The answer has more bytes than this server sends. Nothing was sent, rather than a part.",
            "Ask for fewer columns, or page with ORDER BY, LIMIT and OFFSET."),
    /** 422. */
    WRONG_VALUE(
            422,
            "A value does not fit the question",
            "A parameter is unknown or missing, its value is of another kind, or a name means several things.",
            "Correct the parameters that the answer names; /openapi.json lists those of every question."),
    /** 422. */
    NOT_TURTLE(
            422,
            "The posted text cannot be read",
            "The text is not of the format that its media type says. The answer names line and column where reading stopped.",
            "Correct it there, or the Content-Type, and post it again."),
    /** 429. */
    TOO_MANY_QUERIES(
            429,
            "Too many queries of yours are under way",
            "One client may have only so many queries under way at a time.",
            "Wait for an answer before you ask the next question."),
    /** 431. */
    HEADERS_TOO_LARGE(
            431,
            "The request's headers are too large",
            "The headers are longer than this server reads.",
            "Send fewer or shorter headers; a long query belongs in the body of a POST."),
    /** 500. */
    INTERNAL_ERROR(
            500,
            "The server made a mistake",
            "This should not happen. The operator's log tells more under the request id.",
            "Report it with the request id."),
    /** 502. */
    SERVICE_FAILED(
            502,
            "Another endpoint failed",
            "An endpoint that the query asks by SERVICE gave no answer that could be read.",
            "Ask that endpoint yourself, or write SERVICE SILENT to go on without it."),
    /** 503. */
    TIME_LIMIT(
            503,
            "The query took too long",
            "The query or validation did not end within the time limit. Nothing was sent, rather than a part.",
            "Make the query more selective, or post less. Asking again will not help."),
    /** 503. */
    WORKING_MEMORY(
            503,
            "The query needs too much memory",
            "While it ran, the query would have held or built more than one query may.",
            "Sort, group, join or concatenate less. Asking again will not help."),
    /** 503. */
    OVERLOADED(
            503,
            "The server is busy",
            "Too many queries are under way, or the server is stopping.",
            "Ask again after the seconds in the Retry-After header."),
    /** 505. */
    HTTP_VERSION(
            505, "The HTTP version is not spoken here", "This server speaks HTTP/1.0 and HTTP/1.1.", "Use HTTP/1.1.");

    private final int status;
    private final String title;
    private final String meaning;
    private final String remedy;

    ProblemType(int status, String title, String meaning, String remedy) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** The type with a slug. */
    public static Optional<ProblemType> named(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }

    /** The most general type of a status. */
    public static ProblemType of(int status) {
        return switch (status) {
            case 403 -> READ_ONLY;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> REQUEST_TIMEOUT;
            case 410 -> GONE;
            case 413 -> BODY_TOO_LARGE;
            case 414 -> ADDRESS_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 416 -> NO_SUCH_RANGE;
            case 429 -> TOO_MANY_QUERIES;
            case 431 -> HEADERS_TOO_LARGE;
            case 503 -> OVERLOADED;
            case 505 -> HTTP_VERSION;
            default -> status < 500 ? BAD_REQUEST : INTERNAL_ERROR;
        };
    }

    /** The last segment of {@code /problems/{slug}}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** A short title. */
    public String title() {
        return title;
    }

    /** The meaning. */
    public String meaning() {
        return meaning;
    }

    /** The remedy. */
    public String remedy() {
        return remedy;
    }
}
