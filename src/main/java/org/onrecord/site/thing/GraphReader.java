// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.thing;

import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.atlas.lib.Cache;
import org.apache.jena.atlas.lib.CacheFactory;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.graph.GNode;
import org.apache.jena.sparql.util.graph.GraphList;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.onrecord.release.Release;
import org.onrecord.source.TermOrder;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Namespace;
import org.onrecord.vocabulary.Rec;

/** Reads an immutable graph: English labels, deterministic order. Thread-safe. */
public final class GraphReader {
    private static final List<Node> NAMES =
            List.of(SKOS.prefLabel.asNode(), SchemaDO.headline.asNode(), RDFS.label.asNode(), DCTerms.title.asNode());

    /** The number of labels that are kept. */
    private static final int MOST_REFS = 20_000;

    private static final Comparator<Node> ORDER = Comparator.comparing(
                    (Node node) -> node.isLiteral() ? "" : node.toString(), TermOrder::compareText)
            .thenComparing(node -> node.isLiteral() ? node.getLiteralLanguage() : "")
            .thenComparing(node -> node.isLiteral() ? node.getLiteralLexicalForm() : "", TermOrder::compareText);

    private static final Comparator<Triple> BY_SUBJECT = Comparator.comparing(
                    (Triple triple) -> triple.getSubject().getURI())
            .thenComparing(triple -> triple.getObject().toString());

    private final Graph graph;
    private final BaseIri base;
    private final Supplier<Parts> parts;
    private final Cache<Node, Ref> refs = CacheFactory.createCache(MOST_REFS);

    /** Creates a reader of a small graph, which looks for parts each time. */
    public GraphReader(Graph graph) {
        this(graph, () -> Parts.of(graph));
    }

    private GraphReader(Graph graph, Supplier<Parts> parts) {
        this.graph = graph;
        this.base = BaseIri.of(graph);
        this.parts = parts;
    }

    /** The reader of a release. */
    public static GraphReader of(Release release) {
        return release.index(
                GraphReader.class, indexed -> new GraphReader(indexed.everything(), () -> Parts.of(indexed)));
    }

    /** The node of an IRI. */
    public static Node node(String iri) {
        return NodeFactory.createURI(iri);
    }

    /** Whether the graph has triples about a node. */
    public boolean knows(Node node) {
        return graph.contains(node, Node.ANY, Node.ANY);
    }

    /** Whether a node has a class, without inference. */
    public boolean is(Node node, Node type) {
        return graph.contains(node, RDF.Nodes.type, type);
    }

    /** Whether the graph contains a triple. */
    public boolean says(Node subject, Node property, Node object) {
        return graph.contains(subject, property, object);
    }

    /** The objects of a property: literals by language, then IRIs. */
    public List<Node> objects(Node subject, Node property) {
        List<Node> objects = graph.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
        if (objects.size() > 1) {
            objects.sort(ORDER);
        }
        return Collections.unmodifiableList(objects);
    }

    /** The subjects of a property. */
    public List<Node> subjects(Node property, Node object) {
        return anySubjects(property, object).sorted(ORDER).toList();
    }

    /** The subjects with a property value, in any order. */
    Stream<Node> anySubjects(Node property, Node object) {
        return graph.stream(Node.ANY, property, object).map(Triple::getSubject);
    }

    /** The first object of a property. */
    public Optional<Node> object(Node subject, Node property) {
        return objects(subject, property).stream().findFirst();
    }

    /** The text of the first object. */
    public Optional<String> text(Node subject, Node property) {
        return object(subject, property).filter(Node::isLiteral).map(Node::getLiteralLexicalForm);
    }

    /** The objects of a property, with labels. */
    public List<Ref> refs(Node subject, Node property) {
        return objects(subject, property).stream()
                .filter(Node::isURI)
                .map(this::ref)
                .toList();
    }

    /** The first object of a property, with label. */
    public Optional<Ref> ref(Node subject, Node property) {
        return object(subject, property).filter(Node::isURI).map(this::ref);
    }

    /** A node with label. */
    public Ref ref(Node node) {
        return refs.get(node, this::labelled);
    }

    private Ref labelled(Node node) {
        return node.isURI()
                ? ref(node.getURI(), label(node))
                : new Ref(node.toString(), node.toString(), Optional.empty(), false);
    }

    /** An IRI with a label. */
    public Ref ref(String iri, String label) {
        return Ref.of(base, iri, label);
    }

    /** The base of the home's IRIs. */
    public BaseIri base() {
        return base;
    }

    /** The English label of a node, or its shortened IRI. */
    public String label(Node node) {
        if (node.isLiteral()) {
            return node.getLiteralLexicalForm();
        }
        return NAMES.stream()
                .flatMap(name -> named(node, name))
                .findFirst()
                .map(name -> isNarrator(node) ? distinguished(node, name) : name)
                .or(() -> graph.stream(node, Rec.OFFICE, Node.ANY)
                        .map(Triple::getObject)
                        .map(this::label)
                        .findFirst())
                .orElseGet(() -> node.isURI() ? base.shortened(node.getURI()) : "(unnamed)");
    }

    private boolean isNarrator(Node node) {
        return node.isURI() && base.kind(node.getURI()).equals("narrator");
    }

    /** The name of a narrator, with its article if another article of the publisher has a narrator of that name. */
    private String distinguished(Node narrator, String name) {
        boolean shared = namesakes(name).limit(2).count() > 1;
        String uri = narrator.getURI();
        return shared ? name + ", article " + uri.substring(uri.lastIndexOf('/') + 1) : name;
    }

    private Stream<String> named(Node node, Node property) {
        return graph.stream(node, property, Node.ANY)
                .map(Triple::getObject)
                .filter(Node::isLiteral)
                .sorted(Comparator.comparing(
                                (Node name) -> !name.getLiteralLanguage().equals("en"))
                        .thenComparing(Node::getLiteralLexicalForm))
                .map(Node::getLiteralLexicalForm);
    }

    /** The classes of a property's domain or range, including members of a union. */
    public List<Ref> classes(Node property, Node end) {
        return objects(property, end).stream()
                .flatMap(node -> node.isURI() ? Stream.of(node) : members(node))
                .map(this::ref)
                .toList();
    }

    private Stream<Node> members(Node union) {
        return object(union, OWL2.unionOf.asNode()).stream()
                .flatMap(list -> GraphList.members(GNode.create(graph, list)).stream());
    }

    /**
     * How often a term is used.
     *
     * @param count the number of instances of a class, or of triples with a property
     * @param subject the first instance or subject with an IRI
     * @param object the first value of this subject; empty for a class
     */
    public record Uses(int count, Optional<Node> subject, Optional<Node> object) {}

    /** The instances of a class and its subclasses. */
    public Uses ofClass(Node type) {
        Set<Node> instances = G.allNodesOfTypeRDFS(graph, type);
        return new Uses(instances.size(), instances.stream().filter(Node::isURI).min(ORDER), Optional.empty());
    }

    /** The triples with a property. */
    public Uses ofProperty(Node property) {
        int count = 0;
        Optional<Triple> first = Optional.empty();
        for (Iterator<Triple> all = graph.find(Node.ANY, property, Node.ANY); all.hasNext(); count++) {
            Triple triple = all.next();
            if (triple.getSubject().isURI() && (first.isEmpty() || BY_SUBJECT.compare(triple, first.get()) < 0)) {
                first = Optional.of(triple);
            }
        }
        return new Uses(count, first.map(Triple::getSubject), first.map(Triple::getObject));
    }

    /** The triples with a node as subject. */
    public List<Triple> about(Node node) {
        return graph.stream(node, Node.ANY, Node.ANY)
                .sorted(Comparator.comparing((Triple triple) -> rank(triple.getPredicate()))
                        .thenComparing(triple -> triple.getPredicate().toString())
                        .thenComparing(Triple::getObject, ORDER))
                .toList();
    }

    /** The triples with a node as object. */
    public List<Triple> towards(Node node) {
        return graph.stream(Node.ANY, Node.ANY, node)
                .sorted(Comparator.comparing(
                                (Triple triple) -> triple.getPredicate().toString())
                        .thenComparing(Triple::getSubject, ORDER))
                .toList();
    }

    /** The number of things with parts, which are found now unless they are known. */
    public int wholes() {
        return parts.get().byWhole().size();
    }

    /** The parts of a thing: nodes with its IRI and a fragment, sorted by fragment. */
    public List<Node> parts(Node thing) {
        return parts.get().of(thing).stream().sorted(ORDER).toList();
    }

    /** The properties from which the label of a node comes. */
    static boolean isNaming(Node property) {
        return NAMES.contains(property) || property.equals(Rec.OFFICE);
    }

    /** The narrators with a name: they are told apart by their articles. */
    Stream<Node> namesakes(String name) {
        return graph.stream(Node.ANY, SKOS.prefLabel.asNode(), NodeFactory.createLiteralLang(name, "en"))
                .map(Triple::getSubject)
                .filter(this::isNarrator);
    }

    /** Whether a node is an instance of a class or of one of its subclasses. */
    boolean isInstance(Node node, Node type) {
        return graph.stream(node, RDF.Nodes.type, Node.ANY)
                .anyMatch(triple -> triple.getObject().equals(type)
                        || G.listSuperClasses(graph, triple.getObject()).contains(type));
    }

    /** The instances of a class and its subclasses, sorted. */
    public List<Node> instances(Node type) {
        return G.allNodesOfTypeRDFS(graph, type).stream().sorted(ORDER).toList();
    }

    private static int rank(Node property) {
        return property.equals(RDF.Nodes.type) ? 0 : property.getURI().startsWith(Namespace.TERMS) ? 2 : 1;
    }
}
