// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import java.io.StringReader;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIx;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.lang.SPARQLParser;
import org.apache.jena.sparql.lang.sparql_11.*;
import org.apache.jena.sparql.lang.sparql_11.javacc.*;
import org.onrecord.guard.Budget;
import org.onrecord.guard.Refusal;

/**
 * Jena's SPARQL 1.1 parser with a budget: each token is a step, and the length of constants that Jena evaluates during
 * parsing is limited.
 */
public final class GuardedParser extends SPARQLParser {
    private static final int MAX_TOKEN_LENGTH = 4096;
    private static final int MAX_DEPTH = 200;

    /** Jena optimises groups in quadratic time. */
    private static final int MAX_GROUPS = 500;

    /** Jena evaluates each step of a path within the one before: 20,000 overflow the stack. */
    private static final int MAX_STEPS = 2000;

    private final Budget budget;

    private GuardedParser(Budget budget) {
        this.budget = budget;
    }

    /**
     * Parses a query.
     *
     * @param base the base for relative IRIs
     * @throws NestedTooDeeplyException if brackets are nested more than 200 deep, or the stack overflows
     * @throws QueryParseException if it is not SPARQL 1.1; with line and column if known
     */
    public static Query parse(String text, String base, Budget budget) {
        Query query = checked();
        query.setBase(IRIx.create(base));
        return new GuardedParser(budget).parse(query, text);
    }

    @Override
    protected Query parse$(Query query, String text) {
        Parser parser = new Parser(new Tokens(text, budget));
        query.setStrict(true);
        parser.setQuery(query);
        try {
            parser.QueryUnit();
            return query;
        } catch (ParseException e) {
            throw new QueryParseException(e.getMessage(), e.currentToken.beginLine, e.currentToken.beginColumn);
        } catch (TokenMgrError e) {
            throw new QueryParseException(e.getMessage(), parser.token.endLine, parser.token.endColumn);
        } catch (StackOverflowError e) {
            throw new NestedTooDeeplyException(parser.token);
        } catch (Error e) {
            // Jena's JavaCharStream throws a plain Error for an invalid escape such as \\u12.
            if (e.getClass() != Error.class) {
                throw e;
            }
            throw new QueryParseException(e.getMessage(), parser.token.endLine, parser.token.endColumn);
        }
    }

    private static Query checked() {
        Query query = new Query() {
            @Override
            public Expr allocAggregate(Aggregator aggregator) {
                return super.allocAggregate(Separators.asWritten(aggregator));
            }
        };
        query.setSyntax(Syntax.syntaxSPARQL_11);
        return query;
    }

    /** Jena's grammar. */
    private static final class Parser extends SPARQLParser11 {
        Parser(SPARQLParser11TokenManager tokens) {
            super(tokens);
        }

        @Override
        protected Query newSubQuery(Prologue prologue) {
            return checked();
        }

        @Override
        protected Node createLiteralDT(String lexical, String datatype, int line, int column) {
            return NodeFactory.createLiteralDT(lexical, Datatypes.of(datatype));
        }
    }

    /** Tokens of limited length. */
    private static final class Tokens extends SPARQLParser11TokenManager {
        private final Budget budget;
        private int depth;
        private int groups;
        private int steps;

        Tokens(String text, Budget budget) {
            super(new JavaCharStream(new StringReader(text), 1, 1));
            this.budget = budget;
        }

        @Override
        public Token getNextToken() {
            budget.step();
            Token token = super.getNextToken();
            depth += change(token.kind);
            if (depth > MAX_DEPTH) {
                throw new NestedTooDeeplyException(token);
            }
            groups += token.kind == LBRACE ? 1 : 0;
            if (groups > MAX_GROUPS) {
                throw budget.refuse(
                        refusal(token, "more than %,d groups are not supported. Split the query.", MAX_GROUPS));
            }
            steps += token.kind == SLASH || token.kind == VBAR ? 1 : 0;
            if (steps > MAX_STEPS) {
                throw budget.refuse(
                        refusal(token, "more than %,d signs / and | are not supported. Split the query.", MAX_STEPS));
            }
            if (token.image.length() > MAX_TOKEN_LENGTH) {
                throw budget.refuse(refusal(
                        token,
                        "a token of more than %,d characters is not supported. Use a shorter one.",
                        MAX_TOKEN_LENGTH));
            }
            return token;
        }

        private static Refusal refusal(Token at, String what, int most) {
            return new Refusal(
                    Refusal.Kind.FEATURE,
                    "Line %d, column %d: ".formatted(at.beginLine, at.beginColumn) + what.formatted(most));
        }

        private static int change(int kind) {
            return switch (kind) {
                case LBRACE, LPAREN, LBRACKET -> 1;
                case RBRACE, RPAREN, RBRACKET -> -1;
                default -> 0;
            };
        }
    }

    /** Brackets of a query are nested too deeply. */
    public static final class NestedTooDeeplyException extends QueryParseException {
        NestedTooDeeplyException(Token at) {
            super("brackets are nested too deeply. Simplify or split the query.", at.beginLine, at.beginColumn);
        }
    }
}
