// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.sparql.util.Context;

/** Reads files in other formats of RDF as strictly as Turtle. Named graphs are merged. */
public final class RdfReader {
    private static final Set<Lang> LANGUAGES = Set.of(
            Lang.TURTLE, Lang.NTRIPLES, Lang.NQUADS, Lang.TRIG, Lang.JSONLD, Lang.RDFXML, Lang.RDFJSON, Lang.TRIX);
    private static final Pattern DOCTYPE = Pattern.compile("<!DOCTYPE", Pattern.CASE_INSENSITIVE);
    private static final String GZIP = ".gz";

    private RdfReader() {}

    /** The format that the extension of a name stands for, compressed or not; empty if it is not one of RDF. */
    public static Optional<Lang> language(String name) {
        return Optional.ofNullable(RDFLanguages.filenameToLang(name)).filter(LANGUAGES::contains);
    }

    /**
     * Reads a file in the format of its extension; as Turtle if that is not one of RDF.
     *
     * @throws BrokenFileException if it does not have this format, or contains an ill-formed literal or IRI
     * @throws UnreadableFileException if it cannot be read
     */
    public static TurtleFile read(SourceFile file) {
        Lang lang = language(file.name()).orElse(Lang.TURTLE);
        return TurtleReader.read(file.name(), bytes(file), lang);
    }

    private static byte[] bytes(SourceFile file) {
        if (!file.name().endsWith(GZIP)) {
            return file.bytes();
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file.bytes()))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UnreadableFileException(file.name(), e);
        }
    }

    /**
     * Reads untrusted RDF, but not JSON-LD, whose reader does not stop. Rejects datatypes that are not registered yet, and
     * document type declarations, whose entities can be much longer than the file.
     *
     * @param charge called with the estimated size of each triple in bytes before it is stored; may throw to stop
     * reading
     */
    public static TurtleFile read(String name, String text, Lang lang, LongConsumer charge) {
        var doctype = DOCTYPE.matcher(text);
        if (lang.equals(Lang.RDFXML) && doctype.find()) {
            throw new BrokenFileException(
                    name,
                    Position.at(text, doctype.start()),
                    "A document type declaration is not read here; write the IRIs in full and delete it");
        }
        return TurtleReader.read(name, text, lang, charge);
    }

    /** A context for parsers that does not load remote JSON-LD contexts. */
    public static Context offline() {
        JsonLdOptions options = new JsonLdOptions((address, wanted) -> {
            throw new JsonLdError(
                    JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
                    "the remote context <" + address + "> is not loaded; include it in the file");
        });
        return ARQ.getContext().copy().set(LangJSONLD11.JSONLD_OPTIONS, options);
    }
}
