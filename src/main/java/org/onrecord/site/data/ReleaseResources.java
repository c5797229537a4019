// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
import org.onrecord.http.Problem;
import org.onrecord.query.Names;
import org.onrecord.release.Release;
import org.onrecord.site.data.Descriptions.Description;
import org.onrecord.site.page.Pages;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Namespace;

/** The resources of a release: pages and descriptions by IRI. Caches large descriptions. Thread-safe. */
public final class ReleaseResources {
    private static final String PAGES = "/doc/";

    private final Release release;
    private final String graphs;

    /** Resources with large descriptions. */
    private final Set<String> lists;

    private final Pages pages;
    private final Descriptions descriptions;
    private final WithdrawnThings withdrawn;
    private final Map<String, Optional<Description>> large = new ConcurrentHashMap<>();

    /** Creates the resources of a release. */
    public ReleaseResources(Release release, Pages pages) {
        this.release = release;
        this.graphs = release.base().graphs();
        this.lists = Set.of(Namespace.ONTOLOGY, Namespace.SHAPES_DOCUMENT, Namespace.CODE, graphs);
        this.pages = pages;
        this.descriptions = Descriptions.of(release);
        this.withdrawn = WithdrawnThings.of(release);
    }

    /** The release. */
    Release release() {
        return release;
    }

    /** The IRI of the resource with a page address: of the home, or of the program. */
    String iri(String path) {
        BaseIri base = release.base();
        if (path.startsWith(PAGES)) {
            return base.thing(path.substring(PAGES.length()));
        }
        String own = base.iri() + path.substring(1);
        return own.equals(graphs) || release.hasGraph(own) || withdrawn.isGraph(own)
                ? own
                : Namespace.BASE + path.substring(1);
    }

    /** The page of a resource, an article perhaps with its whole text; empty if it does not exist. */
    Optional<String> page(String iri, boolean whole) {
        return switch (iri) {
            case Namespace.ONTOLOGY -> Optional.of(pages.ontology());
            case Namespace.SHAPES_DOCUMENT -> Optional.of(pages.shapes());
            case Namespace.CODE -> Optional.of(pages.codes());
            default -> iri.equals(graphs) ? Optional.of(pages.graphs()) : pages.thing(iri, whole);
        };
    }

    /** Why a resource is gone; empty if it was not withdrawn. */
    Optional<Problem> gone(String iri) {
        return withdrawn.problem(iri);
    }

    /** Whether a resource exists. */
    boolean exists(String iri) {
        return lists.contains(iri)
                || release.hasGraph(iri)
                || release.everything().contains(NodeFactory.createURI(iri), Node.ANY, Node.ANY);
    }

    /** The description of a resource; empty if it does not exist. The result may be cached and must not be modified. */
    Optional<Description> description(String iri) {
        return lists.contains(iri) ? large.computeIfAbsent(iri, this::describe) : describe(iri);
    }

    private Optional<Description> describe(String iri) {
        return switch (iri) {
            case Namespace.ONTOLOGY -> complete(graphs("onrecord"));
            case Namespace.SHAPES_DOCUMENT -> complete(graphs("shapes-"));
            case Namespace.CODE -> complete(schemes());
            default -> iri.equals(graphs) ? complete(graphMetadata()) : thing(iri);
        };
    }

    private static Optional<Description> complete(Graph graph) {
        return graph.isEmpty() ? Optional.empty() : Optional.of(new Description(graph, true));
    }

    private Optional<Description> thing(String iri) {
        if (release.hasGraph(iri)) {
            return Optional.of(named(iri));
        }
        Node node = NodeFactory.createURI(iri);
        return release.everything().contains(node, Node.ANY, Node.ANY)
                ? Optional.of(descriptions.of(node))
                : Optional.empty();
    }

    /** A named graph: its triples and metadata. */
    private Description named(String iri) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        GraphUtil.addInto(graph, release.dataset().getGraph(NodeFactory.createURI(iri)));
        addMetadata(graph, iri);
        return new Description(graph, true);
    }

    private Graph graphs(String prefix) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        release.graphs().stream()
                .filter(iri -> iri.startsWith(Namespace.GRAPHS + prefix))
                .forEach(iri -> GraphUtil.addInto(graph, release.dataset().getGraph(NodeFactory.createURI(iri))));
        return graph;
    }

    private Graph schemes() {
        List<Node> schemes = release.everything().stream(Node.ANY, RDF.Nodes.type, SKOS.ConceptScheme.asNode())
                .map(triple -> triple.getSubject())
                .filter(node -> node.getURI().startsWith(Namespace.CODES))
                .toList();
        return descriptions.together(schemes);
    }

    private Graph graphMetadata() {
        Graph graph = GraphMemFactory.createDefaultGraph();
        release.graphs().forEach(iri -> addMetadata(graph, iri));
        return graph;
    }

    private void addMetadata(Graph graph, String iri) {
        Node node = NodeFactory.createURI(iri);
        release.everything().stream(node, Node.ANY, Node.ANY).forEach(graph::add);
        Optional.ofNullable(release.hashes().graphs().get(iri))
                .ifPresent(hash -> graph.add(node, DCTerms.identifier.asNode(), NodeFactory.createLiteralString(hash)));
        graph.add(
                node,
                VOID.triples.asNode(),
                NodeFactory.createLiteralDT(
                        String.valueOf(release.dataset().getGraph(node).size()), XSDDatatype.XSDinteger));
    }

    /** Addresses of things with similar IRIs. */
    List<String> similar(String iri) {
        return release.base().slug(iri).stream()
                .flatMap(slug -> Names.of(release).similarSlugs(slug).stream())
                .map(slug -> PAGES + slug)
                .toList();
    }
}
