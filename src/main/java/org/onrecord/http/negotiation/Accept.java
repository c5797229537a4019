// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http.negotiation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.vocabulary.Format;

/**
 * The media types that a client takes (RFC 9110, section 12.5.1).
 *
 * @param ranges the media ranges of the header; none means that it takes anything
 */
public record Accept(List<Range> ranges) {
    public Accept {
        ranges = List.copyOf(ranges);
    }

    /**
     * A media range.
     *
     * @param name such as {@code text/turtle}, {@code text/*} or {@code *}{@code /*}
     * @param weight its q-value
     */
    public record Range(String name, double weight) {
        private boolean covers(String type) {
            return name.equals(type)
                    || name.equals("*/*")
                    || name.equals("*")
                    || name.endsWith("/*") && type.startsWith(name.substring(0, name.length() - 1));
        }

        private int precision() {
            return name.startsWith("*") ? 0 : name.endsWith("/*") ? 1 : 2;
        }
    }

    /** Reads the header's value; null stands for a request without one. */
    public static Accept of(@Nullable String header) {
        return new Accept(
                header == null
                        ? List.of()
                        : Weighted.parse(header).stream()
                                .map(element -> new Range(element.name(), element.weight()))
                                .toList());
    }

    /**
     * The offer that the client takes best.
     *
     * @param offers what there is; among those that it takes equally well, the first
     */
    public Optional<Format> best(List<Format> offers) {
        return offers.stream()
                .filter(offer -> weight(offer.mediaType()) > 0)
                .max(Comparator.<Format>comparingDouble(offer -> weight(offer.mediaType()) * offer.preference())
                        .thenComparing(offers::indexOf, Comparator.reverseOrder()));
    }

    /** How well the client takes a media type, from 0 (not at all) to 1. The most precise range decides. */
    public double weight(String mediaType) {
        if (ranges.isEmpty()) {
            return 1;
        }
        return ranges.stream()
                .filter(range -> range.covers(mediaType))
                .max(Comparator.comparingInt(Range::precision))
                .map(Range::weight)
                .orElse(0.0);
    }
}
