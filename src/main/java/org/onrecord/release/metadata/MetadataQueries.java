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
import org.onrecord.vocabulary.BaseIri;

/** The queries of this package. */
final class MetadataQueries {
    private MetadataQueries() {}

    /** Reads a query. Its relative IRIs are those of the home. */
    static Query query(String name, DatasetGraph dataset) {
        BaseIri base = BaseIri.of(dataset.getDefaultGraph());
        try (InputStream file = MetadataQueries.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("Missing bundled file '" + name + "'");
            }
            return SparqlReader.parse(name, new String(file.readAllBytes(), StandardCharsets.UTF_8), base);
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own file '" + name + "' cannot be read", e);
        }
    }

    /** Runs a CONSTRUCT query. */
    static Graph construct(String name, DatasetGraph dataset) {
        try (QueryExec execution =
                QueryExec.dataset(dataset).query(query(name, dataset)).build()) {
            return execution.construct();
        }
    }
}
