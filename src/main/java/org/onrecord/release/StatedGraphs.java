// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.util.function.Function;
import org.apache.jena.graph.Graph;

/**
 * The stated graphs of a release.
 *
 * @param hashes their hashes
 * @param graphs gives a graph by its IRI; an empty one if there is none
 */
public record StatedGraphs(ReleaseHash hashes, Function<String, Graph> graphs) {
    /** A graph. */
    public Graph graph(String iri) {
        return graphs.apply(iri);
    }
}
