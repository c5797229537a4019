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
import org.onrecord.vocabulary.Namespace;

/**
 * A rule that derives what the graph does not state: a CONSTRUCT query over everything that is stated.
 *
 * @param graph the IRI of the derived graph, whose name is {@code derived-} and the file's name without its ending
 * @param query the query, which sees only what is stated, not what other rules derive
 */
record Rule(String graph, Query query) {

    /**
     * Reads a rule.
     *
     * @throws BrokenFileException if the file is not a CONSTRUCT query of SPARQL 1.1
     */
    static Rule read(SourceFile file) {
        String text = new String(file.bytes(), StandardCharsets.UTF_8);
        Query query = SparqlReader.parse(file.name(), text);
        if (!query.isConstructType()) {
            throw new BrokenFileException(
                    file.name(), new Position(1, 1), "A rule is a CONSTRUCT query; write it as one");
        }
        return new Rule(Namespace.GRAPHS + SourceFile.slug(file.name()).replaceFirst("^rules-", "derived-"), query);
    }

    /** What the rule derives from a graph. */
    Graph derive(Graph stated) {
        try (QueryExec execution =
                QueryExec.dataset(DatasetGraphFactory.wrap(stated)).query(query).build()) {
            return execution.construct();
        }
    }
}
