// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sparql;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A query operation of the SPARQL 1.1 Protocol (section 2.1), with the additional parameters {@code format} and
 * {@code timeout}.
 *
 * @param query the text of the query
 * @param defaultGraphs IRIs of {@code default-graph-uri}
 * @param namedGraphs IRIs of {@code named-graph-uri}
 * @param format name of a format, which overrides {@code Accept}
 * @param timeout time limit of the client
 */
record SparqlRequest(
        String query,
        List<String> defaultGraphs,
        List<String> namedGraphs,
        Optional<String> format,
        Optional<Duration> timeout) {
    SparqlRequest {
        defaultGraphs = List.copyOf(defaultGraphs);
        namedGraphs = List.copyOf(namedGraphs);
    }
}
