// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http.negotiation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Content codings (RFC 9110, section 12.5.3). */
public final class Codings {
    private Codings() {}

    /**
     * Whether gzip is acceptable and not less preferred than identity.
     *
     * @param header the value of {@code Accept-Encoding}, or null
     */
    public static boolean takesGzip(@Nullable String header) {
        if (header == null) {
            return false;
        }
        List<Weighted> codings = Weighted.parse(header);
        double gzip = weight(codings, "gzip", weight(codings, "x-gzip", weight(codings, "*", 0)));
        return gzip > 0 && gzip >= weight(codings, "identity", 0);
    }

    private static double weight(List<Weighted> codings, String name, double otherwise) {
        return codings.stream()
                .filter(coding -> coding.name().equals(name))
                .mapToDouble(Weighted::weight)
                .findFirst()
                .orElse(otherwise);
    }
}
