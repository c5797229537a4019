// SPDX-License-Identifier: Apache-2.0
package org.onrecord.ontology;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.shacl.vocabulary.SHACL;

/** The IRIs that a file speaks of, in whatever place, in full. */
final class Iris {
    private static final Set<Node> QUERY_IN_A_SHAPE = Set.of(SHACL.select, SHACL.ask, SHACL.construct);
    private static final Pattern IRI = Pattern.compile("<([^<>\\s]+)>");

    private static final String PREFIXES_OF_SHAPES =
            declaredPrefixes(Sources.graph(Sources.below(Sources.SHAPES, ".ttl")));

    private Iris() {}

    /** Those of a Turtle file, and of the queries inside its literals (with the prefixes that any shape declares), or of a query file. */
    static Set<String> of(Path file) {
        return file.toString().endsWith(".rq")
                ? ofQuery(Sources.text(file), file.toString())
                : of(Sources.graph(file), file.toString());
    }

    /** Those of a graph that was read from there. */
    static Set<String> of(Graph graph, String where) {
        Set<String> iris = new TreeSet<>();
        String prefixes = PREFIXES_OF_SHAPES + declaredPrefixes(graph);
        for (Triple triple : graph.find().toList()) {
            add(triple.getSubject(), iris);
            add(triple.getPredicate(), iris);
            add(triple.getObject(), iris);
            if (QUERY_IN_A_SHAPE.contains(triple.getPredicate())) {
                iris.addAll(ofQuery(prefixes + triple.getObject().getLiteralLexicalForm(), where));
            }
        }
        return iris;
    }

    private static Set<String> ofQuery(String text, String where) {
        Set<String> iris = new TreeSet<>();
        Matcher found = IRI.matcher(withoutPrefixes(text, where));
        while (found.find()) {
            iris.add(found.group(1));
        }
        return iris;
    }

    private static String withoutPrefixes(String text, String where) {
        try {
            Query query = QueryFactory.create(text);
            query.getPrefixMapping().clearNsPrefixMap();
            return query.toString();
        } catch (QueryParseException e) {
            throw new AssertionError("a query in \"" + where + "\" is not SPARQL: " + e.getMessage(), e);
        }
    }

    private static String declaredPrefixes(Graph graph) {
        StringBuilder prefixes = new StringBuilder();
        graph.find(Node.ANY, SHACL.prefix, Node.ANY)
                .forEach(prefix -> graph.find(prefix.getSubject(), SHACL.namespace, Node.ANY)
                        .forEach(namespace -> prefixes.append("PREFIX ")
                                .append(prefix.getObject().getLiteralLexicalForm())
                                .append(": <")
                                .append(namespace.getObject().getLiteralLexicalForm())
                                .append(">\n")));
        return prefixes.toString();
    }

    private static void add(Node node, Set<String> iris) {
        if (node.isURI()) {
            iris.add(node.getURI());
        } else if (node.isLiteral()) {
            iris.add(node.getLiteralDatatypeURI());
        }
    }
}
