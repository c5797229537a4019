// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeFunctions;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.apache.jena.sparql.sse.Tags;
import org.onrecord.guard.Budget;

/** A function of SPARQL that builds a text or matches a pattern, and charges a budget before each piece of it. */
final class GuardedFunction extends ExprFunctionN {
    private static final int MOST_GROWTH_OF_ENCODING = 9;
    private static final int MOST_GROWTH_OF_CASE = 3;

    /** LANGTAG without its sign (SPARQL 1.1 Query, rule 145). */
    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]++(-[A-Za-z0-9]++)*+");

    private final String symbol;
    private final Budget budget;

    GuardedFunction(String symbol, ExprList arguments, Budget budget) {
        super(symbol, arguments);
        this.symbol = symbol;
        this.budget = budget;
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new GuardedFunction(symbol, arguments, budget);
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
        budget.step();
        return switch (symbol) {
            case Tags.tagConcat -> concat(arguments);
            case Tags.tagRegex -> regex(arguments);
            case Tags.tagReplace -> replace(arguments);
            case Tags.tagSubstr -> substring(arguments);
            case Tags.tagStrLowercase -> lower(arguments.get(0));
            case Tags.tagStrUppercase -> upper(arguments.get(0));
            case Tags.tagStrEncodeForURI -> encode(arguments.get(0));
            case Tags.tagStrBefore -> before(arguments.get(0), arguments.get(1));
            case Tags.tagStrAfter -> after(arguments.get(0), arguments.get(1));
            case Tags.tagStrLang -> tagged(arguments.get(0), arguments.get(1));
            default -> throw new IllegalStateException("No guarded function '" + symbol + "'");
        };
    }

    private NodeValue concat(List<NodeValue> arguments) {
        long length = 0;
        for (NodeValue argument : arguments) {
            length += length(argument);
        }
        budget.build(length);
        return XSDFuncOp.strConcat(arguments);
    }

    private NodeValue substring(List<NodeValue> arguments) {
        budget.build(length(arguments.get(0)));
        return arguments.size() == 2 || arguments.get(2) == null
                ? XSDFuncOp.substring(arguments.get(0), arguments.get(1))
                : XSDFuncOp.substring(arguments.get(0), arguments.get(1), arguments.get(2));
    }

    private NodeValue before(NodeValue text, NodeValue mark) {
        budget.build(length(text));
        return XSDFuncOp.strBefore(text, mark);
    }

    private NodeValue after(NodeValue text, NodeValue mark) {
        budget.build(length(text));
        return XSDFuncOp.strAfter(text, mark);
    }

    private NodeValue lower(NodeValue text) {
        budget.build(MOST_GROWTH_OF_CASE * length(text) / 2);
        return XSDFuncOp.strLowerCase(text);
    }

    private NodeValue upper(NodeValue text) {
        budget.build(MOST_GROWTH_OF_CASE * length(text) / 2);
        return XSDFuncOp.strUpperCase(text);
    }

    private NodeValue encode(NodeValue text) {
        budget.build(MOST_GROWTH_OF_ENCODING * length(text));
        return XSDFuncOp.strEncodeForURI(text);
    }

    /** Jena 5.6.0 fails on some tags that are none, where SPARQL 1.1 (17.4.2.12) has an error, as for any other. */
    private static NodeValue tagged(NodeValue text, NodeValue language) {
        String tag = text("STRLANG", language);
        if (!LANGUAGE_TAG.matcher(tag).matches()) {
            throw new ExprEvalException("STRLANG needs a language tag");
        }
        return NodeFunctions.strLang(text, language);
    }

    private NodeValue regex(List<NodeValue> arguments) {
        String text = text("REGEX", arguments.get(0));
        Pattern pattern = pattern("REGEX", arguments.get(1), arguments.size() > 2 ? flags(arguments.get(2)) : "");
        return NodeValue.booleanReturn(
                pattern.matcher(new WatchedText(text, budget)).find());
    }

    private NodeValue replace(List<NodeValue> arguments) {
        String text = text("REPLACE", arguments.get(0));
        Pattern pattern = pattern("REPLACE", arguments.get(1), arguments.size() > 3 ? flags(arguments.get(3)) : "");
        String replaced = replaced(pattern.matcher(new WatchedText(text, budget)), text("REPLACE", arguments.get(2)));
        Node old = arguments.get(0).asNode();
        return old.getLiteralLanguage().isEmpty()
                ? NodeValue.makeString(replaced)
                : NodeValue.makeNode(replaced, old.getLiteralLanguage(), (String) null);
    }

    /** As Jena does it: one match of the empty text, and none directly after another match. */
    private String replaced(Matcher matcher, String replacement) {
        StringBuilder built = new StringBuilder();
        boolean first = true;
        try {
            while (matcher.find()) {
                if (!first && matcher.start() == matcher.end()) {
                    continue;
                }
                first = false;
                int before = built.length();
                matcher.appendReplacement(built, replacement);
                budget.append(built.length() - (long) before);
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new ExprEvalException("The replacement names a group that the pattern does not have", e);
        }
        matcher.appendTail(built);
        return built.toString();
    }

    private static Pattern pattern(String function, NodeValue pattern, String flags) {
        return RegexEngine.makePattern(function, text(function, pattern), flags);
    }

    private static String flags(NodeValue flags) {
        return flags == null ? "" : text("flags", flags);
    }

    private static String text(String function, NodeValue value) {
        return NodeValueOps.checkAndGetStringLiteral(function, value).getLiteralLexicalForm();
    }

    private static long length(NodeValue value) {
        return value.isLiteral() ? value.asString().length() : 0;
    }

    /**
     * A text that counts every look at it, so that a pattern which backtracks for ever ends with its budget.
     *
     * @param text the text itself
     * @param budget what is charged
     */
    private record WatchedText(String text, Budget budget) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            budget.step();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            budget.build(end - (long) start);
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
