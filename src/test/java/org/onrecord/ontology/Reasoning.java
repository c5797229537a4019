// SPDX-License-Identifier: Apache-2.0
package org.onrecord.ontology;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.semanticweb.HermiT.Configuration;
import org.semanticweb.HermiT.ReasonerFactory;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.TurtleDocumentFormat;
import org.semanticweb.owlapi.io.StreamDocumentSource;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.reasoner.OWLReasoner;

/** A graph as OWLAPI and HermiT take it. */
final class Reasoning {
    private Reasoning() {}

    /** The graph as one ontology. Of several headers the shortest IRI's stays: one document may have one. */
    static OWLOntology ontology(Graph graph) {
        ByteArrayOutputStream turtle = new ByteArrayOutputStream();
        RDFWriter.source(withOneHeader(graph)).lang(Lang.TURTLE).output(turtle);
        try {
            return OWLManager.createOWLOntologyManager()
                    .loadOntologyFromOntologyDocument(new StreamDocumentSource(
                            new ByteArrayInputStream(turtle.toByteArray()),
                            IRI.create("urn:merged"),
                            new TurtleDocumentFormat(),
                            "text/turtle"));
        } catch (OWLOntologyCreationException e) {
            throw new IllegalArgumentException("OWLAPI cannot read the merged graph", e);
        }
    }

    /** HermiT over the graph; it passes over datatypes that OWL 2 lacks, such as xsd:date. */
    static OWLReasoner reasoner(Graph graph) {
        Configuration configuration = new Configuration();
        configuration.ignoreUnsupportedDatatypes = true;
        // The reasoner is asked whether the ontology is consistent; it must not throw before it is asked.
        configuration.throwInconsistentOntologyException = false;
        return new ReasonerFactory().createReasoner(ontology(graph), configuration);
    }

    private static Graph withOneHeader(Graph graph) {
        Graph merged = GraphFactory.createDefaultGraph();
        List<Node> headers =
                graph
                        .find(Node.ANY, RDF.type.asNode(), OWL.Ontology.asNode())
                        .mapWith(Triple::getSubject)
                        .toList()
                        .stream()
                        .sorted((a, b) ->
                                Integer.compare(a.getURI().length(), b.getURI().length()))
                        .toList();
        graph.find().filterDrop(t -> headers.indexOf(t.getSubject()) > 0).forEach(merged::add);
        return merged;
    }
}
