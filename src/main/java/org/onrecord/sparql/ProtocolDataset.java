// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sparql;

import java.util.List;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.query.Query;
import org.onrecord.http.Parameters;
import org.onrecord.vocabulary.Namespace;

/** The RDF dataset of a request, which overrides that of the query (SPARQL 1.1 Protocol, section 2.1.4). */
final class ProtocolDataset {
    private ProtocolDataset() {}

    /** Sets the dataset of the query, if the request specifies one. */
    static void apply(SparqlRequest asked, Query query) {
        if (asked.defaultGraphs().isEmpty() && asked.namedGraphs().isEmpty()) {
            return;
        }
        query.getGraphURIs().clear();
        query.getNamedGraphURIs().clear();
        resolved("default-graph-uri", asked.defaultGraphs()).forEach(query::addGraphURI);
        resolved("named-graph-uri", asked.namedGraphs()).forEach(query::addNamedGraphURI);
    }

    private static List<String> resolved(String parameter, List<String> iris) {
        return iris.stream().map(iri -> resolved(parameter, iri)).toList();
    }

    private static String resolved(String parameter, String iri) {
        try {
            return IRIx.create(Namespace.BASE).resolve(iri).str();
        } catch (IRIException e) {
            throw Parameters.bad("Invalid value of '" + parameter + "': use the IRI of a named graph.");
        }
    }
}
