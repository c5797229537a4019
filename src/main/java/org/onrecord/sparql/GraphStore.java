// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.Template;
import org.onrecord.http.Choice;
import org.onrecord.http.Parameters;
import org.onrecord.http.ProblemException;
import org.onrecord.http.ProblemType;
import org.onrecord.http.Reply;
import org.onrecord.http.Route;
import org.onrecord.release.Release;
import org.onrecord.release.Withdrawal;
import org.onrecord.vocabulary.Format;

/**
 * GET and HEAD of the SPARQL 1.1 Graph Store HTTP Protocol: {@code ?graph=IRI} for a named graph, {@code ?default} for the
 * default graph. A graph is read by a CONSTRUCT query, with the limits, formats, entity tags and errors of queries. Fuseki's {@code GSP_R} sends RDF/XML for any {@code Accept}, no entity tags, and errors as plain text.
 *
 * @param release has the graphs
 * @param sparql executes the query
 */
public record GraphStore(Release release, SparqlEndpoint sparql) implements Route.Action {
    private static final String REMEDY = " Ask for ?default, or for a named graph: ?graph=IRI.";

    @Override
    public Reply reply(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request);
        boolean isDefault = !parameters.all("default").isEmpty();
        boolean isNamed = !parameters.all("graph").isEmpty();
        if (isDefault == isNamed) {
            throw Parameters.bad((isDefault ? "Two graphs are asked for." : "No graph is asked for.") + REMEDY);
        }
        Query query = all(parameters.one("graph").map(this::name).orElse(Quad.defaultGraphIRI));
        Optional<String> format = parameters.one("format").or(() -> parameters.one("output"));
        return sparql.answer(query, Choice.of(request).among(Format.GRAPHS, format, request), request);
    }

    private Node name(String iri) {
        Node name = NodeFactory.createURI(checked(iri));
        if (!release.dataset().containsGraph(name)) {
            throw Withdrawal.all(release.everything()).stream()
                    .filter(withdrawal -> withdrawal.graph().equals(name))
                    .findFirst()
                    .map(withdrawal -> new ProblemException(
                            ProblemType.GONE,
                            "The graph '%s' was withdrawn with its article%s".formatted(iri, withdrawal.told())))
                    .orElseGet(() -> new ProblemException(
                            ProblemType.NOT_FOUND,
                            "There is no graph '%s' in this release. /graph lists all graphs.".formatted(iri)));
        }
        return name;
    }

    private static String checked(String iri) {
        try {
            IRIx checked = IRIx.create(iri);
            if (checked.isAbsolute()) {
                return iri;
            }
        } catch (IRIException e) {
            // The same error as for a relative IRI.
        }
        throw Parameters.bad("Invalid value '" + iri + "' of the parameter 'graph': give an absolute IRI.");
    }

    private static Query all(Node graph) {
        Triple every = Triple.create(Var.alloc("s"), Var.alloc("p"), Var.alloc("o"));
        BasicPattern pattern = BasicPattern.wrap(List.of(every));
        Element triples = new ElementTriplesBlock(pattern);
        Query query = new Query();
        query.setQueryConstructType();
        query.setConstructTemplate(new Template(pattern));
        query.setQueryPattern(Quad.isDefaultGraph(graph) ? triples : new ElementNamedGraph(graph, triples));
        return query;
    }
}
