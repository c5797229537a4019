// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.chain;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.rdfpatch.text.RDFPatchReaderText;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.onrecord.release.Release;
import org.onrecord.release.StatedGraphs;
import org.onrecord.release.change.Changes;
import org.onrecord.release.change.Patch;

/**
 * A record of the chain of releases.
 *
 * @param position its place in the chain, and the release that it leads to
 * @param previous the hash of the release before
 * @param rules the hash of the graph of the rules, or {@code none}
 * @param dataset the IRI of the dataset
 * @param time when the release was published
 * @param transaction the change of the stated graphs: an RDF Patch without a header
 */
public record ChainRecord(
        Position position, String previous, String rules, String dataset, Instant time, String transaction) {
    /** The version of the form. */
    private static final String VERSION = "1";

    private static final String NONE = "none";
    private static final String START = "TX .\n";
    private static final String END = "TC .\n";
    private static final Pattern HEADER = Pattern.compile("H (\\w+) (?:<([^>]*)>|\"([^\"]*)\") \\.");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /**
     * A place in the chain.
     *
     * @param chain names the chain: another one has other numbers
     * @param number counts the records of the chain
     * @param release the hash of the release
     */
    public record Position(String chain, long number, String release) {}

    /** Whether a text is the hash of a release: 64 lower-case hex digits. */
    public static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }

    /** The record that leads from a release to the next. */
    static ChainRecord of(Position position, StatedGraphs older, Release newer, Instant time) {
        return new ChainRecord(
                position,
                older.hashes().hash(),
                rules(newer),
                newer.base().dataset(),
                time,
                Patch.transaction(Changes.between(older, newer.stated())));
    }

    /** The hash of the graph of the rules of a release, or {@code none}. */
    public static String rules(Release release) {
        return release.hashes().rules().orElse(NONE);
    }

    /** The record as RDF Patch. */
    public String text() {
        return header("version", VERSION)
                + "H id <" + dataset + "#" + position.release() + "> .\n"
                + "H prev <" + dataset + "#" + previous + "> .\n"
                + header("rules", rules)
                + header("chain", position.chain())
                + header("number", Long.toString(position.number()))
                + header("time", time.toString())
                + transaction;
    }

    private static String header(String key, String value) {
        return "H " + key + " \"" + value + "\" .\n";
    }

    /**
     * Reads records that follow each other in a text.
     *
     * @throws RecordException if a record is cut off, malformed, or of another version of the form
     */
    public static List<ChainRecord> parseAll(String text) throws RecordException {
        List<ChainRecord> records = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = text.startsWith(END, at) ? at : text.indexOf("\n" + END, at) + 1;
            if (end <= at) {
                throw new RecordException("a record is cut off");
            }
            records.add(parse(text.substring(at, end + END.length())));
            at = end + END.length();
        }
        return records;
    }

    /**
     * Reads a record.
     *
     * @throws RecordException if it is cut off, malformed, or of another version of the form
     */
    public static ChainRecord parse(String text) throws RecordException {
        int start = text.indexOf(START);
        if (start < 0 || !text.endsWith(END)) {
            throw new RecordException("a record is cut off");
        }
        Map<String, String> headers = text.substring(0, start)
                .lines()
                .map(HEADER::matcher)
                .filter(Matcher::matches)
                .collect(Collectors.toMap(
                        header -> header.group(1),
                        header -> Optional.ofNullable(header.group(2)).orElseGet(() -> header.group(3)),
                        (first, second) -> second));
        String version = headers.getOrDefault("version", "");
        if (!version.equals(VERSION)) {
            throw new RecordException("a record has version '" + version + "', and this program reads version "
                    + VERSION + "; use the program of the server that is followed");
        }
        return parse(headers, text.substring(start));
    }

    private static ChainRecord parse(Map<String, String> headers, String transaction) throws RecordException {
        String[] id = headers.getOrDefault("id", "").split("#", 2);
        String[] previous = headers.getOrDefault("prev", "").split("#", 2);
        boolean named = Stream.of(id, previous).allMatch(iri -> iri.length == 2 && isHash(iri[1]))
                && id[0].equals(previous[0])
                && headers.keySet().containsAll(List.of("rules", "chain"));
        if (!named) {
            throw new RecordException("the header of a record is malformed");
        }
        try {
            return new ChainRecord(
                    new Position(
                            headers.getOrDefault("chain", ""),
                            Long.parseLong(headers.getOrDefault("number", "")),
                            id[1]),
                    previous[1],
                    headers.getOrDefault("rules", ""),
                    id[0],
                    Instant.parse(headers.getOrDefault("time", "")),
                    transaction);
        } catch (NumberFormatException | DateTimeException e) {
            throw new RecordException("the header of a record is malformed", e);
        }
    }

    /**
     * The changed graphs.
     *
     * @throws RecordException if the transaction is malformed
     */
    public List<GraphEdit> edits() throws RecordException {
        GraphEdits edits = new GraphEdits();
        byte[] bytes = transaction.getBytes(StandardCharsets.UTF_8);
        try {
            new RDFPatchReaderText(new ByteArrayInputStream(bytes), ErrorHandlerFactory.errorHandlerStrictSilent())
                    .apply(edits);
        } catch (RiotException | UnsupportedOperationException e) {
            throw new RecordException("the change of a record is malformed", e);
        }
        return edits.list();
    }
}
