// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.onrecord.guard.Budget;

/**
 * CONTAINS, STRBEFORE and STRAFTER (SPARQL 1.1 Query, 17.4.3) with a search that checks the time limit. {@link
 * String#indexOf} takes time proportional to the product of both lengths, and cannot be interrupted.
 */
final class TextSearch extends ExprFunction2 {
    private final ExprFunction2 function;
    private final Budget budget;

    /** @param function the replaced function */
    TextSearch(ExprFunction2 function, Expr text, Expr search, Budget budget) {
        super(text, search, function.getFunctionSymbol().getSymbol());
        this.function = function;
        this.budget = budget;
    }

    @Override
    public NodeValue eval(NodeValue text, NodeValue search) {
        NodeValueOps.checkTwoArgumentStringLiterals(getFunctionSymbol().getSymbol(), text, search);
        String whole = text.asNode().getLiteralLexicalForm();
        String part = search.asNode().getLiteralLexicalForm();
        int at = indexOf(whole, part);
        if (function instanceof E_StrContains) {
            return NodeValue.booleanReturn(at >= 0);
        }
        if (at < 0) {
            return NodeValue.nvEmptyString;
        }
        boolean before = function instanceof E_StrBefore;
        return withTypeOf(text.asNode(), before ? whole.substring(0, at) : whole.substring(at + part.length()));
    }

    /** Index of a text in another, or -1. Each candidate is a step. */
    private int indexOf(String whole, String part) {
        if (part.isEmpty()) {
            return 0;
        }
        int last = whole.length() - part.length();
        int at = whole.indexOf(part.charAt(0));
        while (at >= 0 && at <= last) {
            budget.step(part.length());
            if (whole.startsWith(part, at)) {
                return at;
            }
            at = whole.indexOf(part.charAt(0), at + 1);
        }
        return -1;
    }

    /** A literal with the language or datatype of another. */
    static NodeValue withTypeOf(Node other, String text) {
        return other.getLiteralLanguage().isEmpty()
                ? NodeValue.makeString(text)
                : NodeValue.makeNode(text, other.getLiteralLanguage(), (String) null);
    }

    @Override
    public Expr copy(Expr text, Expr search) {
        return new TextSearch(function, text, search, budget);
    }
}
