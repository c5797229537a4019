// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import java.util.regex.Pattern;
import org.apache.jena.query.Query;

/** SERVICE in queries of a home's ontology, which run whenever the home is read. */
public final class ServiceCalls {
    /** Strings, IRIs, variables and local names, then the keyword, in the text that Jena writes of a query. */
    private static final Pattern TOKEN = Pattern.compile(
            "\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+'|<[^<>\\s]*>|[?$:][^\\s(){}]*|\\b(SERVICE)\\b(?!:)");

    private static final Pattern WORD = Pattern.compile("service", Pattern.CASE_INSENSITIVE);

    private ServiceCalls() {}

    /** Whether the text of a query has the word, so that it is worth parsing. */
    static boolean mayBeIn(String text) {
        return WORD.matcher(text).find();
    }

    /** Whether a query has a SERVICE clause anywhere: a walk over the algebra would not see those in ORDER BY. */
    public static boolean isIn(Query query) {
        return TOKEN.matcher(query.toString()).results().anyMatch(token -> token.group(1) != null);
    }

    /** The message for a query of a shape or a rule. */
    public static String refusal(String owner) {
        return owner
                + " asks another machine with SERVICE, which would send data out and make the result depend on that"
                + " machine; leave it out, and put what it asks for into data/";
    }
}
