// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.Position;
import org.onrecord.source.SourceFile;
import org.onrecord.vocabulary.BaseIri;

/**
 * An inference rule: a CONSTRUCT query over the stated triples.
 *
 * @param graph the IRI of the derived graph, named {@code derived-} and the file name without extension
 * @param query the query; it does not see triples derived by other rules
 */
record Rule(String graph, Query query) {

    /**
     * Reads a rule.
     *
     * @throws BrokenFileException if the file is not a SPARQL 1.1 CONSTRUCT query
     */
    static Rule read(SourceFile file, BaseIri base) {
        String text = new String(file.bytes(), StandardCharsets.UTF_8);
        Query query = SparqlReader.parse(file.name(), text);
        if (!query.isConstructType()) {
            throw new BrokenFileException(file.name(), new Position(1, 1), "A rule must be a CONSTRUCT query");
        }
        return new Rule(base.graph(SourceFile.slug(file.name()).replaceFirst("^rules-", "derived-")), query);
    }

    /** The triples derived from a graph. */
    Graph derive(Graph stated) {
        try (QueryExec execution =
                QueryExec.dataset(DatasetGraphFactory.wrap(stated)).query(query).build()) {
            return execution.construct();
        }
    }
}
