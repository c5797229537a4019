// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.compile;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.sheet.coding.Rules;
import org.onrecord.sheet.coding.Things;
import org.onrecord.sheet.yaml.YamlNode.Scalar;
import org.onrecord.vocabulary.EditDistance;
import org.onrecord.vocabulary.Namespace;
import org.onrecord.vocabulary.Rec;

/** Finds what the values of a sheet refer to, and reports what cannot be found. */
final class References {
    private static final int MAX_DISTANCE = 4;

    private final Things home;
    private final Graph known;
    private final NewThings created;
    private final Problems problems;
    private final Set<Node> preferred = new HashSet<>();

    /**
     * References into a graph.
     *
     * @param known the graph with data and ontology
     */
    References(Things home, Graph known, NewThings created, Problems problems) {
        this.home = home;
        this.known = known;
        this.created = created;
        this.problems = problems;
    }

    /** Prefers a thing to others of the same slug. */
    void prefer(Node thing) {
        preferred.add(thing);
    }

    /**
     * The thing that a reference means; an unknown one is created if that is wanted and its kind is known.
     *
     * @param kinds the kinds allowed; {@link Things#ANY} for all
     */
    Optional<Node> thing(Scalar reference, Set<String> kinds) {
        String text = reference.text().strip();
        Set<Node> found = home.find(text, kinds, preferred);
        if (found.isEmpty()) {
            Optional<Node> own = created.find(text, kinds);
            return own.isPresent() ? own : unknown(reference, kinds);
        }
        if (found.size() > 1) {
            problems.error(
                    reference.position(),
                    "'" + text + "' means several things; write one of "
                            + found.stream().map(home::name).collect(Collectors.joining(", ")));
            return Optional.empty();
        }
        return found.stream().findFirst();
    }

    private Optional<Node> unknown(Scalar reference, Set<String> kinds) {
        String text = reference.text().strip();
        String name =
                text.indexOf('/') < 0 && kinds.size() == 1 ? kinds.iterator().next() + "/" + text : text;
        boolean allowed = kinds.isEmpty() || kinds.contains(name.substring(0, Math.max(0, name.indexOf('/'))));
        boolean possible = NewThings.isName(name) && allowed;
        if (possible && created.isAllowed()) {
            return Optional.of(created.add(name, reference.position()));
        }
        List<String> nearest = home.nearest(text, kinds);
        String near = nearest.isEmpty() ? "" : "; the nearest are " + String.join(", ", nearest);
        String remedy = possible
                ? "; to create it, compile with --create"
                : "; to create one, write it as kind/slug"
                        + (kinds.isEmpty()
                                ? ""
                                : " with one of the kinds "
                                        + String.join(
                                                ", ", kinds.stream().sorted().toList()))
                        + " and compile with --create";
        problems.error(reference.position(), "Nothing is called '" + text + "'" + near + remedy);
        return Optional.empty();
    }

    /** The one thing with a label, or empty. */
    Optional<Node> label(String label, Set<String> kinds) {
        return home.one(label, kinds, preferred).or(() -> created.find(label, kinds));
    }

    /** The {@code kind/slug} of a thing. */
    String name(Node thing) {
        return home.name(thing);
    }

    /** A code of a scheme. */
    Optional<Node> code(Scalar reference, String scheme) {
        String slug = reference.text().strip();
        Node code = Rules.code(scheme, slug);
        if (known.contains(code, RDF.Nodes.type, Rec.CODE)) {
            return Optional.of(code);
        }
        List<String> all = known.stream(Node.ANY, RDF.Nodes.type, Rec.CODE)
                .map(Triple::getSubject)
                .map(Node::getURI)
                .filter(iri -> iri.startsWith(Namespace.CODES + scheme + "/"))
                .map(iri -> iri.substring(iri.lastIndexOf('/') + 1))
                .sorted()
                .toList();
        String near = all.stream()
                .filter(other -> EditDistance.between(slug, other, MAX_DISTANCE) <= 2)
                .findFirst()
                .map(other -> "did you mean '" + other + "'?")
                .orElse("use one of " + String.join(", ", all));
        problems.error(reference.position(), "Unknown code '" + slug + "' of the scheme " + scheme + "; " + near);
        return Optional.empty();
    }

    /**
     * The value of a property that has no key: an IRI or literal as in Turtle, {@code kind/slug} of a thing, else an
     * English text.
     */
    Node value(Scalar value) {
        String text = value.text();
        if (text.startsWith("<") || text.startsWith("\"")) {
            try {
                Node term = NodeFactoryExtra.parseNode(text);
                if (!term.isLiteral() || term.getLiteral().isWellFormed()) {
                    return term;
                }
            } catch (RuntimeException e) {
                // The same message as for a literal whose text is not of its datatype.
            }
            problems.error(
                    value.position(),
                    "Invalid term '" + text + "'; write <IRI>, \"text\"@en, \"2023-10-04\"^^xsd:date, or plain text");
        }
        return home.find(text, Things.ANY, Set.of()).stream()
                .filter(thing -> home.name(thing).equals(text))
                .findFirst()
                .orElseGet(() -> NodeFactory.createLiteralLang(text, "en"));
    }

    /** The IRI of a property written with a prefix. */
    Optional<Node> property(String key, Fields fields) {
        int colon = key.indexOf(':');
        String namespace = Namespace.PREFIXES.get(key.substring(0, colon));
        if (namespace == null) {
            problems.error(
                    fields.position(key),
                    "Unknown prefix of '" + key + "'; use one of " + String.join(", ", Namespace.PREFIXES.keySet()));
            return Optional.empty();
        }
        return Optional.of(NodeFactory.createURI(namespace + key.substring(colon + 1)));
    }
}
