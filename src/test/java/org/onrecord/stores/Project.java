// SPDX-License-Identifier: Apache-2.0
package org.onrecord.stores;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.onrecord.Checkout;
import org.onrecord.query.Binder;
import org.onrecord.query.Cases;
import org.onrecord.query.Catalogue;
import org.onrecord.query.Names;

/** The project's own graph and catalogue, as a store is given and asked them. */
final class Project {
    private Project() {}

    /** File name of an expected answer to the query that gives it. */
    static SortedMap<String, Query> cases() {
        return Cases.of(
                Catalogue.of(Checkout.HOME),
                new Binder(new Names(Checkout.release().everything())));
    }

    /** The number of quads in named graphs. */
    static long quads() {
        return Checkout.release().dataset().stream()
                .filter(quad -> !quad.isDefaultGraph())
                .count();
    }

    /** Writes the named graphs as N-Quads. */
    static Path dump(Path folder) {
        DatasetGraph named = DatasetGraphFactory.create();
        Checkout.release().dataset().stream()
                .filter(quad -> !quad.isDefaultGraph())
                .forEach(named::add);
        Path file = folder.resolve("onrecord.nq");
        try (OutputStream out = Files.newOutputStream(file)) {
            RDFWriter.source(named).lang(Lang.NQUADS).output(out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
