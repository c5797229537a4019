// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.DecoderException;
import org.apache.commons.codec.net.URLCodec;

/**
 * The parameters of a request, from the query string and a form.
 *
 * @param values name to values, in order
 */
public record Parameters(Map<String, List<String>> values) {
    private static final int MOST = 1000;

    public Parameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Decodes texts of the form {@code name=value&name=value}, percent-encoded in UTF-8.
     *
     * @throws ProblemException if one is not encoded correctly, or there are more than 1,000
     */
    public static Parameters of(List<String> encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String text : encoded) {
            String[] pairs = text.split("&", MOST + 1);
            if (pairs.length > MOST) {
                throw bad("There are more than " + MOST + " parameters; send fewer.");
            }
            for (String pair : pairs) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                if (!name.isEmpty()) {
                    values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
                }
            }
        }
        return new Parameters(values);
    }

    /** The parameters of the query string. */
    public static Parameters of(HttpServletRequest request) {
        return of(request.getQueryString() == null ? List.of() : List.of(request.getQueryString()));
    }

    /** The values of a parameter, in order. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /**
     * The value of a parameter that is not repeatable.
     *
     * @throws ProblemException if it is repeated
     */
    public Optional<String> one(String name) {
        List<String> given = all(name);
        if (given.size() > 1) {
            throw bad("The parameter '" + name + "' is repeated " + given.size() + " times; give it once.");
        }
        return given.stream().findFirst();
    }

    /** An error 400. */
    public static ProblemException bad(String detail) {
        return new ProblemException(ProblemType.BAD_REQUEST, detail);
    }

    /** Decodes UTF-8; malformed input is an error. */
    public static String utf8(byte[] bytes, String what) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw bad(what + " is not UTF-8. Encode it in UTF-8.");
        }
    }

    private static String decode(String text) {
        try {
            return utf8(URLCodec.decodeUrl(text.getBytes(StandardCharsets.UTF_8)), "A parameter");
        } catch (DecoderException e) {
            throw bad("A parameter has a '%' that two hexadecimal digits do not follow. Write a percent sign as %25.");
        }
    }
}
