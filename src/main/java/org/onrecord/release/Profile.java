// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VCARD4;
import org.onrecord.vocabulary.BaseIri;

/**
 * What a home says of its dataset in {@code data/dataset.ttl} (DCAT 3). A shape demands title, description, publisher
 * and licence; in a graph without them they are empty texts.
 *
 * @param title the title, in English
 * @param description the description, in English
 * @param publisher the publisher's English name
 * @param licence the IRI of the licence
 * @param licenceName its name; the IRI if it has none
 * @param contact a mail address, if any
 */
public record Profile(
        String title,
        String description,
        String publisher,
        String licence,
        String licenceName,
        Optional<String> contact) {
    /** Reads the profile of a dataset. */
    public static Profile of(Graph graph, BaseIri base) {
        Node dataset = base.datasetNode();
        Optional<Node> licence = objects(graph, dataset, DCTerms.license.asNode())
                .filter(Node::isURI)
                .findFirst();
        String terms = licence.map(Node::getURI).orElse("");
        return new Profile(
                text(graph, dataset, DCTerms.title.asNode()),
                text(graph, dataset, DCTerms.description.asNode()),
                objects(graph, dataset, DCTerms.publisher.asNode())
                        .map(publisher -> text(graph, publisher, SKOS.prefLabel.asNode()))
                        .findFirst()
                        .orElse(""),
                terms,
                licence.map(node -> text(graph, node, RDFS.Nodes.label))
                        .filter(name -> !name.isEmpty())
                        .orElse(terms),
                objects(graph, dataset, DCAT.contactPoint.asNode())
                        .flatMap(contact -> objects(graph, contact, VCARD4.hasEmail.asNode()))
                        .filter(mail -> mail.isURI() && mail.getURI().startsWith("mailto:"))
                        .map(mail -> mail.getURI().substring("mailto:".length()))
                        .findFirst());
    }

    /** The link to the licence, as in the header {@code Link} (RFC 8288); empty if the data does not say one. */
    public Optional<String> licenceLink() {
        return licence.isEmpty() ? Optional.empty() : Optional.of("<" + licence + ">; rel=\"license\"");
    }

    /** The short name: the title up to a colon. */
    public String name() {
        int colon = title.indexOf(':');
        return colon < 0 ? title : title.substring(0, colon);
    }

    private static String text(Graph graph, Node subject, Node property) {
        return objects(graph, subject, property)
                .filter(value -> value.isLiteral() && value.getLiteralLanguage().equals("en"))
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElse("");
    }

    private static Stream<Node> objects(Graph graph, Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY).map(Triple::getObject);
    }
}
