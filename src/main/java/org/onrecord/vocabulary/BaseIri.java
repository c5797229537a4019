// SPDX-License-Identifier: Apache-2.0
package org.onrecord.vocabulary;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.VOID;

/**
 * The base of a home's own IRIs: things {@code id/{kind}/{slug}}, named graphs {@code graph/{name}}, the dataset. A home
 * says it in {@code data/dataset.ttl} by {@code void:uriSpace} of its dataset, which is the base and {@code id/}.
 * Ontology, shapes, codes and the graphs of ontology files are below {@link #ONRECORD} in every home.
 *
 * @param iri an absolute IRI that ends in {@code /}
 */
public record BaseIri(String iri) {
    // Before the constant that it checks.
    private static final Pattern FORM = Pattern.compile("https?://[^\\s<>\"{}|\\\\^`?#]+/");

    /** The base of the program's own IRIs, and of the home bundled with it. */
    public static final BaseIri ONRECORD = new BaseIri(Namespace.BASE);

    private static final String THINGS = "id/";
    private static final String GRAPHS = "graph/";
    private static final String DATASET = "dataset";

    public BaseIri {
        if (!FORM.matcher(iri).matches()) {
            throw new IllegalArgumentException("Invalid base IRI '" + iri + "': use http(s)://.../ without ? and #");
        }
    }

    /** The base that a graph says; {@link #ONRECORD} if it does not say a valid one, which a shape reports. */
    public static BaseIri of(Graph graph) {
        return graph.stream(Node.ANY, VOID.uriSpace.asNode(), Node.ANY)
                .flatMap(triple -> said(triple).stream())
                .findFirst()
                .orElse(ONRECORD);
    }

    private static Optional<BaseIri> said(Triple triple) {
        Node space = triple.getObject();
        String iri = space.isLiteral() ? space.getLiteralLexicalForm() : space.toString();
        if (!iri.endsWith("/" + THINGS)) {
            return Optional.empty();
        }
        String base = iri.substring(0, iri.length() - THINGS.length());
        return triple.getSubject().hasURI(base + DATASET) && FORM.matcher(base).matches()
                ? Optional.of(new BaseIri(base))
                : Optional.empty();
    }

    /** The namespace of things: {@code .../id/}. */
    public String things() {
        return iri + THINGS;
    }

    /** The IRI of a thing or a part of one, from {@code kind/slug} or {@code kind/slug#part}. */
    public String thing(String slug) {
        return iri + THINGS + slug;
    }

    /** The IRI of the list of named graphs. */
    public String graphs() {
        return iri + GRAPHS.substring(0, GRAPHS.length() - 1);
    }

    /** The IRI of a named graph. */
    public String graph(String name) {
        return iri + GRAPHS + name;
    }

    /** The IRI of the dataset: all named graphs together. */
    public String dataset() {
        return iri + DATASET;
    }

    /** Whether a node is a thing, not a part of one. */
    public boolean isThing(Node node) {
        return node.isURI() && isBelowThings(node.getURI()) && node.getURI().indexOf('#') < 0;
    }

    /** The {@code kind/slug} of a thing, {@code kind/slug#part} of a part of one; empty for other IRIs. */
    public Optional<String> slug(String other) {
        return isBelowThings(other) ? Optional.of(other.substring(iri.length() + THINGS.length())) : Optional.empty();
    }

    /** Asked of every node of a graph, so that it joins no texts. */
    private boolean isBelowThings(String other) {
        return other.startsWith(iri) && other.startsWith(THINGS, iri.length());
    }

    /** The kind of a thing or of a part of one: {@code person}; empty for other IRIs. */
    public String kind(String other) {
        String slug = slug(other).orElse("");
        return slug.substring(0, Math.max(0, slug.indexOf('/')));
    }

    /** An IRI with a prefix, {@code rec:speaker}; without the base, {@code id/person/x}; any other unchanged. */
    public String shortened(String other) {
        return Namespace.prefixed(other).orElseGet(() -> below(other).orElse(other));
    }

    /** The part of an IRI behind this base or that of the program; empty for IRIs of others. */
    public Optional<String> below(String other) {
        if (other.startsWith(iri)) {
            return Optional.of(other.substring(iri.length()));
        }
        return isOfProgram(other) ? Optional.of(other.substring(Namespace.BASE.length())) : Optional.empty();
    }

    /** Whether an IRI is below a base of the program in every home: a term, a shape, a code, an ontology file. */
    private static boolean isOfProgram(String other) {
        return other.startsWith(Namespace.ONTOLOGY)
                || other.startsWith(Namespace.SHAPES_DOCUMENT)
                || other.startsWith(Namespace.CODE)
                || other.startsWith(Namespace.GRAPHS);
    }

    /** The node of the dataset. */
    public Node datasetNode() {
        return NodeFactory.createURI(dataset());
    }
}
