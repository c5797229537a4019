// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.load;

import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.jena.vocabulary.XSD;
import org.onrecord.SampleHome;

/**
 * Small requests that once harmed the server, and others of their families: texts that grow, numbers that grow, searches
 * and patterns that take long, escapes, queries that take long to compile, data that take long to validate. The same ones
 * for the same random numbers.
 */
final class HostileRequests {
    private static final int LONGEST = 60_000;
    private static final List<String> ENDLESS = List.of(
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
            "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i",
            "SELECT DISTINCT ?a ?e ?i { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
            "SELECT * { ?a ?b ?c . ?d ?e ?f }",
            "SELECT (COUNT(*) AS ?n) { ?a (<urn:y>|!<urn:x>)* ?b }",
            "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d))) AS ?n) { ?a ?b ?c . ?d ?e ?f }",
            "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER(REGEX('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '(a|aa)+$')) }",
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(isBlank(BNODE(CONCAT(STR(?a), STR(?d))))) }",
            "CONSTRUCT { ?a ?e ?i } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
            "SELECT (COUNT(DISTINCT *) AS ?n) { VALUES (" + "?v%d ".repeat(100).formatted(numbers(100)) + ") { ("
                    + "1 ".repeat(100) + ") } ?a ?b ?c . ?d ?e ?f }",
            "SELECT * { { ?a ?b ?c } { ?d ?e ?f } { ?g ?h ?i } FILTER(?a = ?nothing) }");
    private static final List<String> GROWTH = List.of(
            "CONCAT(?x, ?x)",
            "REPLACE(?x, '.', '$0$0')",
            "REPLACE(?x, '^(.*)$', '$1$1$1', 's')",
            "ENCODE_FOR_URI(CONCAT(?x, '%'))",
            "UCASE(CONCAT(?x, 'ΐ', ?x))",
            "STR(IRI(CONCAT('http://e/', ?x, ?x)))",
            "STRAFTER(CONCAT(?x, ?x, 'z'), 'q')",
            "STR(STRLANG(CONCAT(?x, ?x), 'en'))");
    private static final List<String> USE = List.of(
            "CONTAINS(?x, CONCAT(?y, 'b'))",
            "STRBEFORE(?x, CONCAT(?y, 'b')) = ''",
            "STRAFTER(CONCAT(?x, 'b'), CONCAT(?y, 'b')) = ''",
            "REGEX(?x, '(a|aa)+$')",
            "REGEX(?x, ?y)",
            "REGEX(?x, '(a*)*b', 'i')",
            "STRLEN(REPLACE(?x, '^(.*)$', '$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1', 's')) > 0",
            "SHA512(?x) = MD5(?y)",
            "STRDT(?x, <http://www.w3.org/2001/XMLSchema#integer>) > 0",
            "<http://www.w3.org/2001/XMLSchema#decimal>(?x) > 0",
            "STRLEN(BNODE(?x)) > 0",
            "?x < ?y");
    private static final List<String> NUMBERS = List.of(
            "1.0000000001",
            "99999",
            "0.1",
            "1e300",
            "1.0/0.0",
            "'P1D'^^<http://www.w3.org/2001/XMLSchema#dayTimeDuration>",
            "'P999999999D'^^<http://www.w3.org/2001/XMLSchema#dayTimeDuration>",
            "'2020-01-01T00:00:00Z'^^<http://www.w3.org/2001/XMLSchema#dateTime>");
    private static final List<String> ARITHMETIC = List.of(
            "?x * ?x",
            "?x + ?x",
            "?x / 3",
            "ROUND(?x * ?x)",
            "?x * 99999",
            "?x - 'P1D'^^<http://www.w3.org/2001/XMLSchema#duration>");
    private static final List<String> UNITS = List.of(
            "BIND(1 AS ?aN)",
            "OPTIONAL{?s ?p ?o}",
            "UNION{?s ?p ?o}",
            "MINUS{?s ?p ?o}",
            "FILTER EXISTS{?s ?p ?o}",
            "GRAPH ?gN {?s ?p ?o}",
            "{SELECT * {?s ?p ?o} LIMIT 1}",
            "?aN ?p ?aM.",
            "FILTER(?s=?vN)",
            "VALUES ?vN {1 2}",
            "[] ?p (1 2).",
            "?s <u:a>*/<u:b>|!<u:c> ?oN.");
    private static final List<String> AFTER = List.of("?s ", "(?s+1) ", "DESC(STR(?s)) ", "(EXISTS{?s ?p ?o}) ");
    private static final List<String> TURTLE = List.of(
            "<u:N> <u:p> ",
            "<u:s> <u:p> 99999 . ",
            "<u:s> <u:p> ( 1 2 3 ) . ",
            "[] <u:p> [] . ",
            "@prefix aN: <u:a> . ",
            "<u:s> a <https://w3id.org/onrecord/ontology#Statemen> . ",
            "<" + SampleHome.THINGS + "statement/xN> <https://w3id.org/onrecord/ontology#speakr> 'x' . ",
            "<u:s> <u:p> '''",
            "<u:s> <u:p> 'x'^^<u:dN> . ");

    private final Random random;

    HostileRequests(Random random) {
        this.random = random;
    }

    /** A query of one of the families. */
    String query() {
        return switch (random.nextInt(6)) {
            case 5 -> unordered();
            case 4 -> endless();
            case 0, 1 -> growth();
            case 2 -> compile();
            default -> escapes();
        };
    }

    private static Object[] numbers(int many) {
        return IntStream.range(0, many).boxed().toArray();
    }

    /** A query that never ends, or whose answer does not. */
    String endless() {
        return pick(ENDLESS);
    }

    /** A query whose texts or numbers grow. */
    String growth() {
        return random.nextBoolean()
                ? chain("'" + "a".repeat(1 + random.nextInt(500)) + "'", pick(GROWTH), pick(USE))
                : chain(pick(NUMBERS), pick(ARITHMETIC), "?x = 7");
    }

    /** A query that sorts values which have no order. */
    private String unordered() {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            int number = 1 + random.nextInt(100);
            values.append(
                    switch (random.nextInt(4)) {
                        case 0 -> "'P%dM'^^<%sduration> ".formatted(number % 5, XSD.getURI());
                        case 1 ->
                            "'P%dD'^^<%sduration> "
                                    .formatted(
                                            random.nextInt(100) == 0 ? Integer.MAX_VALUE - number : number,
                                            XSD.getURI());
                        case 2 -> (9007199254740991L + number) + "e0 ";
                        default -> (9007199254740991L + number) + ".5 ";
                    });
        }
        return "SELECT ?x { VALUES ?x { " + values + "} } ORDER BY ?x";
    }

    /** A query that takes long to parse and to optimise. */
    String compile() {
        return random.nextInt(4) == 0
                ? "SELECT * { ?s ?p ?o } ORDER BY " + repeated(pick(AFTER))
                : "SELECT * { ?s ?p ?o " + repeated(pick(UNITS)) + "}";
    }

    /** Turtle for {@code /validate}. */
    String turtle() {
        return repeated(pick(TURTLE)) + "9".repeat(random.nextInt(20_000));
    }

    private String chain(String start, String growth, String use) {
        int steps = 1 + random.nextInt(24);
        StringBuilder query = new StringBuilder("ASK { BIND(" + start + " AS ?x0) ");
        for (int i = 0; i < steps; i++) {
            query.append("BIND(%s AS ?x%d) ".formatted(growth.replace("?x", "?x" + i), i + 1));
        }
        return query.append(
                        "FILTER(%s) }".formatted(use.replace("?x", "?x" + steps).replace("?y", "?x" + (steps - 1))))
                .toString();
    }

    /** A query with escaped characters, which a look at its text does not see. */
    String escapes() {
        String word = "SEP\\u0041RATOR='%" + random.nextInt(2_000_000_000) + "%'";
        String braces = "\\u007b".repeat(random.nextInt(5000));
        return random.nextBoolean()
                ? "SELECT (GROUP_CONCAT(?x;" + word + ") AS ?y) {}"
                : "SELECT * " + braces + "?s ?p ?o" + "}".repeat(braces.length() / 6);
    }

    private String repeated(String unit) {
        IntFunction<String> numbered = i -> unit.replace("N", String.valueOf(i)).replace("M", String.valueOf(i + 1));
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(LONGEST);
        for (int i = 0; text.length() < length; i++) {
            text.append(numbered.apply(i));
        }
        return text.toString();
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
