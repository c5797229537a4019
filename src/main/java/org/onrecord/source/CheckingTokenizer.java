// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.tokens.Token;
import org.apache.jena.riot.tokens.Tokenizer;
import org.apache.jena.riot.tokens.TokenizerWrapper;

/** Checks bracket nesting and datatypes of tokens before the parser reads them. */
final class CheckingTokenizer extends TokenizerWrapper {
    private static final int MAX_DEPTH = 200;

    private final ErrorHandler errors;
    private final PositionTrackingProfile profile;
    private final int[] depth = {0};

    CheckingTokenizer(Tokenizer tokens, ErrorHandler errors, PositionTrackingProfile profile) {
        super(tokens);
        this.errors = errors;
        this.profile = profile;
    }

    @Override
    public Token next() {
        Token token = super.next();
        profile.check(token);
        switch (token.getType()) {
            case LBRACKET, LPAREN -> depth[0]++;
            case RBRACKET, RPAREN -> depth[0]--;
            default -> {}
        }
        if (depth[0] > MAX_DEPTH) {
            errors.error(TurtleReader.TOO_DEEP, token.getLine(), token.getColumn());
        }
        return token;
    }

    @Override
    public Token peek() {
        Token token = super.peek();
        profile.check(token);
        return token;
    }
}
