// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.tokens.Token;
import org.apache.jena.riot.tokens.Tokenizer;

/** Checks bracket nesting and datatypes of tokens before the parser reads them. */
final class CheckingTokenizer implements Tokenizer {
    private static final int MAX_DEPTH = 200;

    private final Tokenizer tokens;
    private final ErrorHandler errors;
    private final PositionTrackingProfile profile;
    private final int[] depth = {0};

    CheckingTokenizer(Tokenizer tokens, ErrorHandler errors, PositionTrackingProfile profile) {
        this.tokens = tokens;
        this.errors = errors;
        this.profile = profile;
    }

    @Override
    public Token next() {
        Token token = tokens.next();
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
    public boolean hasNext() {
        return tokens.hasNext();
    }

    @Override
    public Token peek() {
        Token token = tokens.peek();
        profile.check(token);
        return token;
    }

    @Override
    public boolean eof() {
        return tokens.eof();
    }

    @Override
    public long getLine() {
        return tokens.getLine();
    }

    @Override
    public long getColumn() {
        return tokens.getColumn();
    }

    @Override
    public void close() {
        tokens.close();
    }
}
