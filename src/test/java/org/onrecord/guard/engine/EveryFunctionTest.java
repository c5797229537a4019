// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprTransformer;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.util.ExprUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onrecord.guard.Budget;
import org.onrecord.guard.Limits;
import org.onrecord.guard.RefusedException;

/** Every function of ARQ is unreachable from SPARQL 1.1, or stays within limits with hostile arguments. */
@Timeout(120)
class EveryFunctionTest {
    private static final Limits LIMITS = new Limits(Duration.ofMillis(300), 1000, 1 << 20, 64L << 20, 1, 1, 1);
    private static final Duration SLACK = Duration.ofSeconds(1);
    private static final long MAX_ALLOCATED = 700L << 20;

    /** Function calls; ?a, ?b, ?c and ?d are bound to hostile values. */
    private static final List<String> CALLS = List.of(
            "?a = ?b",
            "?a != ?b",
            "?a < ?b",
            "?a <= ?b",
            "?a > ?b",
            "?a >= ?b",
            "?a + ?b",
            "?a - ?b",
            "?a * ?b",
            "?a / ?b",
            "+ ?a",
            "- ?a",
            "! ?a",
            "?a && ?b",
            "?a || ?b",
            "?a IN (?b, ?a)",
            "?a NOT IN (?b, ?a)",
            "BOUND(?a)",
            "IF(?a, ?b, ?a)",
            "COALESCE(1/0, ?a)",
            "EXISTS { ?a ?x ?b }",
            "NOT EXISTS { ?a ?x ?b }",
            "sameTerm(?a, ?b)",
            "isIRI(?a)",
            "isURI(?a)",
            "isBLANK(?a)",
            "isLITERAL(?a)",
            "isNUMERIC(?a)",
            "STR(?a)",
            "LANG(?a)",
            "DATATYPE(?a)",
            "IRI(?a)",
            "URI(?a)",
            "BNODE()",
            "BNODE(?a)",
            "STRDT(?a, ?b)",
            "STRDT(?a, <http://www.w3.org/2001/XMLSchema#integer>)",
            "STRDT(?a, <http://www.w3.org/2001/XMLSchema#dateTime>) = ?b",
            "STRDT(?a, <http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral>) = ?b",
            "STRDT(?a, <http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON>) = ?b",
            "STRLANG(?a, ?b)",
            "UUID()",
            "STRUUID()",
            "RAND()",
            "NOW()",
            "STRLEN(?a)",
            "SUBSTR(?a, ?b)",
            "SUBSTR(?a, ?b, ?a)",
            "UCASE(?a)",
            "LCASE(?a)",
            "STRSTARTS(?a, ?b)",
            "STRENDS(?a, ?b)",
            "CONTAINS(?a, ?b)",
            "STRBEFORE(?a, ?b)",
            "STRAFTER(?a, ?b)",
            "ENCODE_FOR_URI(?a)",
            "CONCAT(?a, ?b, ?a)",
            "CONCAT(" + "?a,".repeat(3000) + "?a)",
            "langMatches(?a, ?b)",
            "REGEX(?a, ?b)",
            "REGEX(?a, ?b, 'i')",
            "REGEX(?a, '(a|aa)+$')",
            "REGEX(?a, '(a*)*b')",
            "REGEX(?a, '" + "(a|b)*".repeat(600) + "c')",
            "REPLACE(?a, ?b, ?a)",
            "REPLACE(?a, '^(.*)$', '" + "$1".repeat(200) + "', 's')",
            "REPLACE(?a, '(?=(.*))', '$1$1', 's')",
            "REPLACE(?a, '', ?a)",
            "ABS(?a)",
            "ROUND(?a)",
            "CEIL(?a)",
            "FLOOR(?a)",
            "YEAR(?a)",
            "MONTH(?a)",
            "DAY(?a)",
            "HOURS(?a)",
            "MINUTES(?a)",
            "SECONDS(?a)",
            "TIMEZONE(?a)",
            "TZ(?a)",
            "MD5(?a)",
            "SHA1(?a)",
            "SHA256(?a)",
            "SHA384(?a)",
            "SHA512(?a)",
            "<http://www.w3.org/2001/XMLSchema#boolean>(?a)",
            "<http://www.w3.org/2001/XMLSchema#double>(?a)",
            "<http://www.w3.org/2001/XMLSchema#float>(?a)",
            "<http://www.w3.org/2001/XMLSchema#decimal>(?a)",
            "<http://www.w3.org/2001/XMLSchema#integer>(?a)",
            "<http://www.w3.org/2001/XMLSchema#dateTime>(?a)",
            "<http://www.w3.org/2001/XMLSchema#string>(?a)",
            "<http://www.w3.org/2001/XMLSchema#date>(?a)",
            "<http://www.w3.org/2001/XMLSchema#duration>(?a)",
            "<http://www.w3.org/2001/XMLSchema#anyURI>(?a)");

    /** Functions that are not in the grammar of SPARQL 1.1 (section 19.8), by reason. */
    private static final Map<String, List<String>> NOT_REACHABLE = Map.of(
            "ARQ's syntax or SPARQL 1.2's only",
                    List.of(
                            "E_AdjustToTimezone",
                            "E_Call",
                            "E_Cast",
                            "E_EBV",
                            "E_HasLang",
                            "E_HasLangDir",
                            "E_Conditional",
                            "E_IRI2",
                            "E_IsTriple",
                            "E_LangDir",
                            "E_OpNumericIntegerDivide",
                            "E_OpNumericMod",
                            "E_SameValue",
                            "E_StrLangDir",
                            "E_TripleFn",
                            "E_TripleObject",
                            "E_TriplePredicate",
                            "E_TripleSubject",
                            "E_URI2",
                            "E_Version"),
            "SHA-224 is not a function of SPARQL 1.1", List.of("E_SHA224"));

    @Test
    @DisplayName(
            "a function that is not allowed, looked up by each method that Jena calls => none, and no class is loaded")
    @SuppressWarnings("removal")
    void findsNoOtherFunction() {
        StandardFunctions functions = new StandardFunctions();
        assertThat(functions.get("java:org.onrecord.server.ClassTrap")).isNull();
        assertThat(functions.getFunctionFactory("java:org.onrecord.server.ClassTrap"))
                .isNull();
        assertThat(System.getProperty("onrecord.classTrap")).isNull();
        assertThat(functions.getFunctionFactory(XSDDatatype.XSDinteger.getURI()))
                .isNotNull();
    }

    @Test
    @DisplayName("every function of ARQ is called here or listed as unreachable")
    void coversEveryFunction() {
        Set<String> known = new TreeSet<>();
        CALLS.forEach(call -> known.addAll(ArqClasses.functions(ExprUtils.parse(call))));
        NOT_REACHABLE.values().forEach(known::addAll);
        Set<String> all = ArqClasses.of("org.apache.jena.sparql.expr", ExprFunction.class);
        all.removeAll(known);
        assertThat(all).isEmpty();
    }

    private static final List<Node> HOSTILE = hostile();

    static List<String> calls() {
        return CALLS;
    }

    @ParameterizedTest(name = "{0}, with hostile arguments => a value, an error or a refusal within limits")
    @MethodSource("calls")
    void staysWithinTimeAndMemory(String call) {
        for (Node a : HOSTILE) {
            for (Node b : call.contains("?b") ? HOSTILE : List.of(a)) {
                evaluate(call, Binding.builder().add(Var.alloc("a"), a).add(Var.alloc("b"), b));
            }
        }
    }

    private static void evaluate(String call, BindingBuilder row) {
        long start = System.nanoTime();
        long before = ArqClasses.allocated();
        String outcome = outcome(call, row.build());
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("%s: %s", call, outcome)
                .isLessThan(LIMITS.time().plus(SLACK));
        assertThat(ArqClasses.allocated() - before).as("%s: %s", call, outcome).isLessThan(MAX_ALLOCATED);
    }

    private static String outcome(String call, Binding row) {
        try (Budget budget = Budget.standalone(LIMITS)) {
            Expr guarded = guarded(ExprUtils.parse(call), budget);
            ExecutionContext environment =
                    ExecutionContext.create(DatasetGraphFactory.createTxnMem(), ARQ.getContext());
            NodeValue value = guarded.eval(row, environment);
            return value.asNode().isLiteral() ? "a literal" : "a node";
        } catch (ExprEvalException e) {
            return "an expression error";
        } catch (RefusedException e) {
            return e.getMessage();
        } catch (StackOverflowError e) {
            return "stack overflow, handled by the guard";
        }
    }

    private static Expr guarded(Expr expression, Budget budget) {
        Expr patterns = ExprTransformer.transform(new GuardedEngine.Patterns(budget), expression);
        Expr arguments = ExprTransformer.transform(new GuardedArguments(budget), patterns);
        return new GuardedExpression(arguments, GuardedExpression.Use.BOUND, budget);
    }

    private static List<Node> hostile() {
        List<Node> nodes = new ArrayList<>();
        String text = "a".repeat(1 << 19);
        nodes.add(NodeFactory.createLiteralString(text));
        nodes.add(NodeFactory.createLiteralString(text.substring(text.length() / 2) + "b"));
        nodes.add(NodeFactory.createLiteralString("\u0390\u4e2d".repeat(1 << 19)));
        nodes.add(NodeFactory.createLiteralString("9".repeat(1 << 20)));
        nodes.add(NodeFactory.createLiteralString("(a|aa)+$"));
        nodes.add(NodeFactory.createLiteralString(""));
        nodes.add(NodeFactory.createLiteralLang(text, "en"));
        nodes.add(NodeFactory.createURI("http://example.org/" + "x".repeat(1 << 20)));
        Stream.of("NaN", "INF", "1e308", "-0.0").forEach(lexical -> nodes.add(literal(lexical, XSDDatatype.XSDdouble)));
        Stream.of("9".repeat(4000), "-9223372036854775808", "0", "2147483647")
                .forEach(lexical -> nodes.add(literal(lexical, XSDDatatype.XSDinteger)));
        Stream.of("0." + "0".repeat(4000) + "1", "1.0000000001", "-0.5")
                .forEach(lexical -> nodes.add(literal(lexical, XSDDatatype.XSDdecimal)));
        nodes.add(literal("999999999999-12-31T23:59:59.999Z", XSDDatatype.XSDdateTime));
        nodes.add(literal("-0001-01-01T00:00:00-14:00", XSDDatatype.XSDdateTime));
        nodes.add(literal("P999999999D", XSDDatatype.XSDdayTimeDuration));
        nodes.add(literal("PT999999999S", XSDDatatype.XSDduration));
        nodes.add(literal("-P999999999Y", XSDDatatype.XSDyearMonthDuration));
        nodes.add(literal("P36500D", XSDDatatype.XSDdayTimeDuration));
        nodes.add(literal("true", XSDDatatype.XSDboolean));
        return nodes;
    }

    private static Node literal(String lexical, XSDDatatype type) {
        return NodeFactory.createLiteralDT(lexical, type);
    }
}
