// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.onrecord.release.SparqlReader;

/** Queries bundled next to the class that uses them. */
public final class MetadataQueries {
    private MetadataQueries() {}

    /** Reads a query. */
    public static Query query(Class<?> owner, String name) {
        try (InputStream file = owner.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("Missing bundled file '" + name + "'");
            }
            return SparqlReader.parse(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own file '" + name + "' cannot be read", e);
        }
    }

    /** Runs a CONSTRUCT query. */
    public static Graph construct(Class<?> owner, String name, DatasetGraph dataset) {
        try (QueryExec execution =
                QueryExec.dataset(dataset).query(query(owner, name)).build()) {
            return execution.construct();
        }
    }
}
