// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sparql;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.query.Query;
import org.onrecord.http.Parameters;
import org.onrecord.vocabulary.BaseIri;

/**
 * A query operation of the SPARQL 1.1 Protocol (section 2.1), with additional parameters for a format and a time limit.
 *
 * @param query the text of the query
 * @param defaultGraphs IRIs of {@code default-graph-uri}
 * @param namedGraphs IRIs of {@code named-graph-uri}
 * @param formats names of a format, which override {@code Accept}; some clients send several of one
 * @param timeout time limit of the client
 */
record SparqlRequest(
        String query,
        List<String> defaultGraphs,
        List<String> namedGraphs,
        List<String> formats,
        Optional<Duration> timeout) {
    /** Sets the dataset of the query, which that of the request overrides, if any (section 2.1.4). */
    void setDataset(Query parsed, BaseIri base) {
        if (defaultGraphs.isEmpty() && namedGraphs.isEmpty()) {
            return;
        }
        parsed.getGraphURIs().clear();
        parsed.getNamedGraphURIs().clear();
        resolved("default-graph-uri", defaultGraphs, base).forEach(parsed::addGraphURI);
        resolved("named-graph-uri", namedGraphs, base).forEach(parsed::addNamedGraphURI);
    }

    private static List<String> resolved(String parameter, List<String> iris, BaseIri base) {
        return iris.stream().map(iri -> resolved(parameter, iri, base)).toList();
    }

    private static String resolved(String parameter, String iri, BaseIri base) {
        try {
            return IRIx.create(base.iri()).resolve(iri).str();
        } catch (IRIException e) {
            throw Parameters.bad("Invalid value of '" + parameter + "': use the IRI of a named graph.");
        }
    }
}
