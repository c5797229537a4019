// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VOID;
import org.onrecord.http.Reply;
import org.onrecord.query.Names;
import org.onrecord.release.Snapshot;
import org.onrecord.site.data.Descriptions;
import org.onrecord.site.data.Descriptions.Description;
import org.onrecord.site.data.Things;
import org.onrecord.site.page.Html;
import org.onrecord.site.page.Pages;
import org.onrecord.vocabulary.Namespace;

/**
 * What the release says of every IRI of ours.
 *
 * @param snapshot the release
 * @param pages shows it
 * @param origin where the site stands
 * @param slugs of all things
 * @param descriptions of the release's things
 */
record ReleaseResources(Snapshot snapshot, Pages pages, Origin origin, List<String> slugs, Descriptions descriptions)
        implements Things.Described {
    private static final String SHAPES = Namespace.BASE + "shapes";
    private static final String CODES = Namespace.BASE + "code";
    private static final String GRAPHS = Namespace.BASE + "graph";

    /** The documents that are much larger than that of a thing. */
    static final Set<String> LARGE = Set.of(Namespace.ONTOLOGY, SHAPES, CODES, GRAPHS);

    ReleaseResources {
        slugs = List.copyOf(slugs);
    }

    @Override
    public Optional<Html> page(String iri) {
        return switch (iri) {
            case Namespace.ONTOLOGY -> Optional.of(pages.ontology());
            case SHAPES -> Optional.of(pages.shapes());
            case CODES -> Optional.of(pages.codes());
            case GRAPHS -> Optional.of(pages.graphs());
            default -> pages.thing(iri);
        };
    }

    @Override
    public boolean knows(String iri) {
        return LARGE.contains(iri)
                || (iri.startsWith(Namespace.GRAPHS)
                        ? snapshot.release().graphs().containsKey(iri)
                        : snapshot.everything().contains(NodeFactory.createURI(iri), Node.ANY, Node.ANY));
    }

    @Override
    public Optional<Description> description(String iri) {
        return switch (iri) {
            case Namespace.ONTOLOGY -> whole(graphs("onrecord"));
            case SHAPES -> whole(graphs("shapes-"));
            case CODES -> whole(schemes());
            case GRAPHS -> whole(listed());
            default -> iri.startsWith(Namespace.GRAPHS) ? named(iri) : thing(iri);
        };
    }

    private static Optional<Description> whole(Graph graph) {
        return graph.isEmpty() ? Optional.empty() : Optional.of(new Description(graph, true));
    }

    private Optional<Description> thing(String iri) {
        Node node = NodeFactory.createURI(iri);
        return snapshot.everything().contains(node, Node.ANY, Node.ANY)
                ? Optional.of(descriptions.of(node))
                : Optional.empty();
    }

    /** A named graph: its triples, and what is said of the graph itself. */
    private Optional<Description> named(String iri) {
        if (!snapshot.release().graphs().containsKey(iri)) {
            return Optional.empty();
        }
        Graph graph = GraphMemFactory.createDefaultGraph();
        GraphUtil.addInto(graph, snapshot.dataset().getGraph(NodeFactory.createURI(iri)));
        tell(graph, iri);
        return whole(graph);
    }

    private Graph graphs(String beginning) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        snapshot.release().graphs().keySet().stream()
                .filter(iri -> iri.startsWith(Namespace.GRAPHS + beginning))
                .forEach(iri -> GraphUtil.addInto(graph, snapshot.dataset().getGraph(NodeFactory.createURI(iri))));
        return graph;
    }

    private Graph schemes() {
        List<Node> schemes = snapshot.everything().stream(Node.ANY, RDF.Nodes.type, SKOS.ConceptScheme.asNode())
                .map(triple -> triple.getSubject())
                .filter(node -> node.getURI().startsWith(Namespace.CODES))
                .toList();
        return descriptions.together(schemes);
    }

    private Graph listed() {
        Graph graph = GraphMemFactory.createDefaultGraph();
        snapshot.release().graphs().keySet().forEach(iri -> tell(graph, iri));
        return graph;
    }

    private void tell(Graph graph, String iri) {
        Node node = NodeFactory.createURI(iri);
        snapshot.everything().stream(node, Node.ANY, Node.ANY).forEach(graph::add);
        String hash = Optional.ofNullable(snapshot.release().graphs().get(iri)).orElse("");
        graph.add(node, DCTerms.identifier.asNode(), NodeFactory.createLiteralString(hash));
        graph.add(
                node,
                VOID.triples.asNode(),
                NodeFactory.createLiteralDT(
                        String.valueOf(snapshot.dataset().getGraph(node).size()), XSDDatatype.XSDinteger));
    }

    @Override
    public String origin(HttpServletRequest request) {
        return origin.of(request);
    }

    @Override
    public Reply holding(Reply reply) {
        return origin.holding(reply);
    }

    @Override
    public List<String> near(String iri) {
        if (!iri.startsWith(Namespace.THINGS)) {
            return List.of();
        }
        return Names.nearest(iri.substring(Namespace.THINGS.length()), slugs).stream()
                .map(slug -> "/doc/" + slug)
                .toList();
    }
}
