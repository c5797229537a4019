// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.form;

import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import org.apache.commons.io.function.IOConsumer;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.writer.WriterStreamRDFBlocks;
import org.onrecord.vocabulary.Namespace;

/** Writes Turtle and TriG with Jena's block writer, which numbers the blank nodes of a file. */
public final class TurtleForm {
    private TurtleForm() {}

    /** Writes Turtle from sorted triples. */
    public static void write(Iterator<Triple> triples, Writer out) throws IOException {
        write(rdf -> triples.forEachRemaining(rdf::triple), out);
    }

    /** Writes a file: the prefix declarations, then triples (Turtle) or quads (TriG). */
    public static void write(IOConsumer<StreamRDF> content, Writer out) throws IOException {
        try {
            StreamRDF rdf = new WriterStreamRDFBlocks(out, RIOT.getContext());
            rdf.start();
            Namespace.PREFIXES.forEach(rdf::prefix);
            content.accept(rdf);
            rdf.finish();
        } catch (RuntimeIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
