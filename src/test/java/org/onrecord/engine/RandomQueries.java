// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.util.NodeFactoryExtra;

/** Random small graphs, and random queries over them with every operator of SPARQL 1.1 but SERVICE. */
final class RandomQueries {
    private static final List<String> TERMS = List.of(
            "<urn:a>",
            "<urn:b>",
            "<urn:c>",
            "<urn:d>",
            "_:x",
            "_:y",
            "\"t\"",
            "\"t\"@en",
            "\"t\"@de",
            "1",
            "2",
            "true",
            "01",
            "1.0",
            "\"2\"^^<http://www.w3.org/2001/XMLSchema#byte>");

    /** The number of terms of which no two have one value. */
    private static final int DIFFERENT = 12;

    private static final List<String> PREDICATES = List.of("<urn:p>", "<urn:q>", "<urn:r>");
    private static final List<String> GRAPHS = List.of("<urn:g>", "<urn:h>", "<urn:a>");
    private static final List<String> VARIABLES = List.of("?a", "?b", "?c", "?d", "?e");

    private final Random random;
    private final boolean paths;
    private int fresh;

    /** Paths and equal values are not mixed: Jena compares the ends of a path by value. */
    RandomQueries(long seed) {
        this.random = new Random(seed);
        this.paths = seed % 3 != 0;
    }

    private List<String> terms() {
        return paths ? TERMS.subList(0, DIFFERENT) : TERMS;
    }

    /** The names of the graphs. */
    static List<Node> names() {
        return GRAPHS.stream().map(NodeFactoryExtra::parseNode).toList();
    }

    /** A graph of a few triples; Jena does not list empty graphs. */
    Graph graph() {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        int size = 1 + random.nextInt(12);
        for (int triple = 0; triple < size; triple++) {
            graph.add(term(random.nextInt(6)), node(PREDICATES), term(random.nextInt(terms().size())));
        }
        return graph;
    }

    private Node node(List<String> terms) {
        return NodeFactoryExtra.parseNode(one(terms));
    }

    private static Node term(int index) {
        String text = TERMS.get(index);
        return text.startsWith("_:")
                ? NodeFactory.createBlankNode(text.substring(2))
                : NodeFactoryExtra.parseNode(text);
    }

    /** A SELECT query. */
    String query() {
        fresh = 0;
        return select(3);
    }

    private String select(int depth) {
        String where = group(depth);
        return switch (random.nextInt(8)) {
            case 0 -> "SELECT DISTINCT " + some(VARIABLES) + " WHERE " + where;
            case 1 -> grouped(where);
            case 2 -> "SELECT " + one(VARIABLES) + " (" + expression(1) + " AS " + fresh() + ") WHERE " + where;
            case 3 ->
                "SELECT " + some(VARIABLES) + " WHERE " + where + " ORDER BY " + one(VARIABLES) + " DESC("
                        + expression(1) + ")";
            case 4 -> "SELECT " + some(VARIABLES) + " WHERE " + where;
            default -> "SELECT * WHERE " + where;
        };
    }

    private String grouped(String where) {
        String key = one(VARIABLES);
        String argument = one(VARIABLES);
        String aggregate = one(List.of(
                "COUNT(*)",
                "COUNT(%s)",
                "COUNT(DISTINCT %s)",
                "COUNT(DISTINCT *)",
                "MIN(%s)",
                "MAX(%s)",
                "SUM(%s)",
                "AVG(%s)"));
        String having = random.nextInt(3) == 0 ? " HAVING (COUNT(" + argument + ") > 1)" : "";
        String select = "(" + aggregate.formatted(argument) + " AS " + fresh() + ")";
        return switch (random.nextInt(3)) {
            case 0 -> "SELECT " + select + " WHERE " + where + having;
            case 1 -> "SELECT " + key + " " + select + " WHERE " + where + " GROUP BY " + key + having;
            default -> {
                String name = fresh();
                yield "SELECT " + name + " " + select + " WHERE " + where + " GROUP BY (" + expression(1) + " AS "
                        + name + ")" + having;
            }
        };
    }

    private String group(int depth) {
        int size = 1 + random.nextInt(3);
        List<String> parts = new ArrayList<>();
        for (int part = 0; part < size; part++) {
            parts.add(part(depth));
        }
        return "{ " + String.join(" ", parts) + " }";
    }

    /** OPTIONAL and GRAPH begin with a pattern: without one, Jena loses solutions. */
    private String part(int depth) {
        List<Supplier<String>> simple = List.of(
                this::triple,
                this::triple,
                this::triple,
                this::path,
                this::filter,
                () -> "BIND(" + expression(2) + " AS " + fresh() + ")",
                this::values);
        if (depth == 0) {
            return simple.get(random.nextInt(simple.size())).get();
        }
        int less = depth - 1;
        return switch (random.nextInt(14)) {
            case 0, 1 -> "OPTIONAL { " + triple() + " " + group(less) + " }";
            case 2 -> group(less) + " UNION " + group(less);
            case 3 -> "MINUS " + group(less);
            case 4 -> "FILTER " + (random.nextBoolean() ? "" : "NOT ") + "EXISTS " + group(less);
            case 5 ->
                "GRAPH " + (random.nextBoolean() ? one(VARIABLES) : one(GRAPHS)) + " { " + triple() + " " + group(less)
                        + " }";
            case 6 -> "{ " + select(less) + " }";
            case 7 -> group(less);
            default -> simple.get(random.nextInt(simple.size())).get();
        };
    }

    private String triple() {
        return subject() + " " + (random.nextInt(6) == 0 ? one(VARIABLES) : one(PREDICATES)) + " " + object() + " .";
    }

    private String path() {
        return paths ? subject() + " " + path(2) + " " + object() + " ." : triple();
    }

    private String path(int depth) {
        if (depth == 0) {
            return one(PREDICATES);
        }
        String first = path(depth - 1);
        return switch (random.nextInt(8)) {
            case 0 -> "(" + link() + ")*";
            case 1 -> "(" + link() + ")+";
            case 2 -> "(" + link() + ")?";
            case 3 -> "^(" + first + ")";
            case 4 -> "(" + first + "|" + path(depth - 1) + ")";
            case 5 -> "(" + first + "/" + path(depth - 1) + ")";
            case 6 -> "!(" + one(PREDICATES) + "|^" + one(PREDICATES) + ")";
            default -> first;
        };
    }

    /** What a closure repeats. Jena's closures of closures within EXISTS differ from SPARQL 1.1. */
    private String link() {
        return one(List.of("%s", "^%s", "%s|<urn:q>", "%s/<urn:r>")).formatted(one(PREDICATES));
    }

    private String filter() {
        return "FILTER (" + expression(3) + ")";
    }

    private String values() {
        String one = one(VARIABLES);
        return random.nextBoolean()
                ? "VALUES " + one + " { " + value() + " " + value() + " }"
                : "VALUES (" + one + " ?f) { (" + value() + " " + value() + ") (" + value() + " " + value() + ") }";
    }

    private String value() {
        return random.nextInt(4) == 0 ? "UNDEF" : constant();
    }

    private String expression(int depth) {
        String one = operand();
        if (depth == 0) {
            return one;
        }
        return switch (random.nextInt(11)) {
            case 0 -> one + " = " + operand();
            case 1 -> one + " != " + operand();
            case 2 -> one + " < " + operand();
            case 3 -> "BOUND(" + one(VARIABLES) + ")";
            case 4 -> "!(" + expression(depth - 1) + ")";
            case 5 -> "(" + expression(depth - 1) + ") && (" + expression(depth - 1) + ")";
            case 6 -> "(" + expression(depth - 1) + ") || (" + expression(depth - 1) + ")";
            case 7 -> "COALESCE(" + one + ", " + operand() + ")";
            case 8 -> "LANG(" + one + ") = \"en\"";
            case 9 -> "isIRI(" + one + ")";
            default -> one + " + 1";
        };
    }

    private String operand() {
        return random.nextInt(3) == 0 ? constant() : one(VARIABLES);
    }

    private String constant() {
        String term = one(terms());
        return term.startsWith("_:") ? "<urn:a>" : term;
    }

    private String subject() {
        return random.nextInt(5) == 0 ? one(TERMS.subList(0, 4)) : one(VARIABLES);
    }

    private String object() {
        return random.nextInt(4) == 0 ? constant() : one(VARIABLES);
    }

    private String fresh() {
        return "?n" + fresh++;
    }

    private String some(List<String> items) {
        return items.stream().filter(item -> random.nextBoolean()).collect(Collectors.joining(" ")) + " ?a";
    }

    private <T> T one(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}
