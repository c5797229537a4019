// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http.negotiation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.onrecord.vocabulary.Format;

/** The header {@code Accept} (RFC 9110, section 12.5.1). Without media ranges, anything is acceptable. */
public final class Accept {
    private final List<Weighted> ranges;

    private Accept(List<Weighted> ranges) {
        this.ranges = ranges;
    }

    /** The header of a request, which may have several lines (RFC 9110, section 5.3). */
    public static Accept of(HttpServletRequest request) {
        return of(line(request));
    }

    /** All lines of the header as one; null if there is none. */
    public static @Nullable String line(HttpServletRequest request) {
        return line(Collections.list(request.getHeaders("Accept")));
    }

    /** Several lines of the header as one; null if there is none. */
    public static @Nullable String line(List<String> lines) {
        return lines.isEmpty() ? null : String.join(",", lines);
    }

    /** Parses the header; null if there is none. */
    public static Accept of(@Nullable String header) {
        return new Accept(header == null ? List.of() : Weighted.parse(header));
    }

    /**
     * The format that the client prefers.
     *
     * @param offers available formats; among equally acceptable ones, the first is chosen
     */
    public Optional<Format> best(List<Format> offers) {
        return offers.stream()
                .filter(offer -> weightAmong(offers, offer) > 0)
                .max(Comparator.<Format>comparingDouble(offer -> weightAmong(offers, offer) * offer.preference())
                        .thenComparing(offers::indexOf, Comparator.reverseOrder()));
    }

    /** N-Triples were text/plain before they had a media type; rdflib asks for them so. */
    private double weightAmong(List<Format> offers, Format offer) {
        boolean plain = offer == Format.NTRIPLES && !offers.contains(Format.TEXT);
        return heaviest(range ->
                range.covers(offer.mediaType()) || plain && range.name().equals(Format.TEXT.mediaType()));
    }

    /** The weight of a media type, from 0 (not acceptable) to 1, by the most specific range. */
    public double weight(String mediaType) {
        return heaviest(range -> range.covers(mediaType));
    }

    private double heaviest(Predicate<Weighted> applies) {
        if (ranges.isEmpty()) {
            return 1;
        }
        return ranges.stream()
                .filter(applies)
                .max(Comparator.comparingInt(Weighted::precision))
                .map(Weighted::weight)
                .orElse(0.0);
    }
}
