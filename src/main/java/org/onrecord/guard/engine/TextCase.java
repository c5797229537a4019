// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import java.util.Locale;
import org.apache.jena.sparql.expr.E_StrUpperCase;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.onrecord.guard.Budget;

/**
 * UCASE and LCASE (SPARQL 1.1 Query, 17.4.3.5 and 17.4.3.6), in chunks. {@link String} copies the whole text for each
 * character that becomes longer, such as U+0390. Independent of the locale.
 */
final class TextCase extends ExprFunction1 {
    private static final int CHUNK = 128;

    private final ExprFunction1 function;
    private final Budget budget;

    /** @param function the replaced function */
    TextCase(ExprFunction1 function, Expr text, Budget budget) {
        super(text, function.getFunctionSymbol().getSymbol());
        this.function = function;
        this.budget = budget;
    }

    @Override
    public NodeValue eval(NodeValue value) {
        var literal = NodeValueOps.checkAndGetStringLiteral(getFunctionSymbol().getSymbol(), value);
        String text = literal.getLiteralLexicalForm();
        StringBuilder changed = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            budget.step(CHUNK);
            int end = pieceEnd(text, at);
            changed.append(changed(text.substring(at, end)));
            at = end;
        }
        return TextSearch.withTypeOf(literal, changed.toString());
    }

    private String changed(String piece) {
        return function instanceof E_StrUpperCase ? piece.toUpperCase(Locale.ROOT) : piece.toLowerCase(Locale.ROOT);
    }

    /** A chunk ends before a space if possible, because the case of a sigma depends on its word. */
    private static int pieceEnd(String text, int at) {
        int most = Math.min(text.length(), at + CHUNK);
        if (most == text.length()) {
            return most;
        }
        int space = text.lastIndexOf(' ', most);
        if (space > at) {
            return space;
        }
        return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    }

    @Override
    public Expr copy(Expr text) {
        return new TextCase(function, text, budget);
    }
}
