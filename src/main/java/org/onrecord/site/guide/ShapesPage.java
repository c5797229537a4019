// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.Ref;
import org.onrecord.vocabulary.Namespace;
import org.onrecord.vocabulary.Rec;

/**
 * The page of the SHACL shapes.
 *
 * @param shapes sorted by name
 */
public record ShapesPage(List<Shape> shapes) {
    /**
     * A shape.
     *
     * @param self the shape
     * @param message the violation message
     * @param remedy how to fix a violation
     * @param comment its reason
     * @param path the property it checks
     * @param severity violation, warning or info
     */
    public record Shape(
            Ref self,
            Optional<String> message,
            Optional<String> remedy,
            Optional<String> comment,
            Optional<Ref> path,
            String severity) {}

    /** Reads the shapes of a graph. */
    public static ShapesPage of(GraphReader reading) {
        return new ShapesPage(reading.subjects(RDF.Nodes.type, Node.ANY).stream()
                .filter(node -> node.isURI() && node.getURI().startsWith(Namespace.SHAPES))
                .distinct()
                .map(node -> new Shape(
                        reading.ref(node),
                        reading.text(node, SHACL.message),
                        reading.text(node, Rec.REMEDY),
                        reading.text(node, RDFS.comment.asNode()),
                        reading.ref(node, SHACL.path),
                        reading.ref(node, SHACL.severity).map(Ref::slug).orElse("Violation")))
                .toList());
    }
}
