// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http.negotiation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An element of a header with quality values (RFC 9110, section 12.4.2).
 *
 * @param name in lower case, without parameters
 * @param weight its q-value, from 0 (not at all) to 1
 */
record Weighted(String name, double weight) {
    private static final Pattern WEIGHT = Pattern.compile("(?i)\\s*q\\s*=\\s*(0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?)\\s*");
    private static final int MOST_ELEMENTS = 100;

    /** Older names of media types that clients still send. */
    private static final Map<String, String> ALIASES =
            Map.of("text/n3", "text/turtle", "text/rdf+n3", "text/turtle", "application/x-turtle", "text/turtle");

    /** Whether the element, as a media range, includes a media type. */
    boolean covers(String type) {
        return name.equals(type)
                || name.equals("*/*")
                || name.equals("*")
                || name.endsWith("/*") && type.startsWith(name.substring(0, name.length() - 1));
    }

    /** The precision of a media range. */
    int precision() {
        return name.startsWith("*") ? 0 : name.endsWith("/*") ? 1 : 2;
    }

    /** Parses a header; malformed elements are ignored. */
    static List<Weighted> parse(String header) {
        List<Weighted> found = new ArrayList<>();
        for (String element : header.split(",", MOST_ELEMENTS)) {
            String[] parts = element.split(";");
            if (parts.length == 0 || parts[0].isBlank()) {
                continue;
            }
            double weight = 1;
            for (int i = 1; i < parts.length; i++) {
                Matcher matcher = WEIGHT.matcher(parts[i]);
                weight = matcher.matches() ? Double.parseDouble(matcher.group(1)) : weight;
            }
            String name = parts[0].trim().toLowerCase(Locale.ROOT);
            found.add(new Weighted(ALIASES.getOrDefault(name, name), weight));
        }
        return found;
    }
}
