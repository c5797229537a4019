// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.onrecord.guard.Budget;

/** REGEX and REPLACE (SPARQL 1.1 Query, 17.4.3.14 and 17.4.3.15), with a step per character. */
final class PatternMatching extends ExprFunctionN {
    /** Java compiles a constant pattern in quadratic time. */
    private static final int MAX_PATTERN_LENGTH = 4096;

    /** Approximate bytes that Java stores for each position at which a repeated group failed. */
    private static final int BYTES_PER_POSITION = 16;

    private final ExprFunctionN function;
    private final Budget budget;
    private String source = "";
    private String flags = "";
    private Pattern pattern = Pattern.compile("");

    /** @param function the replaced function */
    PatternMatching(ExprFunctionN function, ExprList arguments, Budget budget) {
        super(function.getFunctionSymbol().getSymbol(), arguments);
        this.function = function;
        this.budget = budget;
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
        String text = text(arguments.get(0));
        boolean matches = function instanceof E_Regex;
        int flagsAt = matches ? 2 : 3;
        compile(text(arguments.get(1)), arguments.size() > flagsAt ? text(arguments.get(flagsAt)) : "");
        long groups = source.chars().filter(c -> c == '(').count();
        long mark = budget.temporary();
        budget.chargeTemporary(groups * text.length() * BYTES_PER_POSITION);
        try {
            Matcher matcher = pattern.matcher(new CountingText(text, budget));
            return matches
                    ? NodeValue.booleanReturn(matcher.find())
                    : TextSearch.withTypeOf(arguments.get(0).asNode(), replaced(matcher, text(arguments.get(2))));
        } finally {
            budget.releaseTemporary(mark);
        }
    }

    private void compile(String wanted, String wantedFlags) {
        if (wanted.length() > MAX_PATTERN_LENGTH) {
            throw budget.refuse(ValueBounds.tooLong(MAX_PATTERN_LENGTH));
        }
        if (!wanted.equals(source) || !wantedFlags.equals(flags)) {
            pattern = RegexEngine.makePattern(getFunctionSymbol().getSymbol(), wanted, wantedFlags);
            source = wanted;
            flags = wantedFlags;
        }
    }

    /** Same behaviour as Jena: an empty match is replaced only as the first match. */
    private String replaced(Matcher matcher, String replacement) {
        long references = replacement.chars().filter(c -> c == '$').count();
        StringBuilder built = new StringBuilder();
        boolean first = true;
        try {
            while (matcher.find()) {
                if (first || matcher.start() != matcher.end()) {
                    budget.chargeTemporary(2 * (replacement.length() + references * longestGroup(matcher)));
                    matcher.appendReplacement(built, replacement);
                }
                first = false;
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new ExprEvalException("The replacement refers to a group that the pattern does not have", e);
        }
        matcher.appendTail(built);
        return built.toString();
    }

    private static int longestGroup(Matcher matcher) {
        int longest = 0;
        for (int group = 0; group <= matcher.groupCount(); group++) {
            longest = Math.max(longest, matcher.end(group) - matcher.start(group));
        }
        return longest;
    }

    private String text(NodeValue value) {
        return NodeValueOps.checkAndGetStringLiteral(getFunctionSymbol().getSymbol(), value)
                .getLiteralLexicalForm();
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new PatternMatching(function, arguments, budget);
    }

    /**
     * A text that counts a step for each character access.
     *
     * @param text the text
     * @param budget the budget of the query
     */
    private record CountingText(String text, Budget budget) implements CharSequence {
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
            budget.step(end - (long) start);
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
