// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http.negotiation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.vocabulary.Format;

/**
 * The header {@code Accept} (RFC 9110, section 12.5.1).
 *
 * @param ranges the media ranges; if empty, anything is acceptable
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

    /** Parses the header; null if there is none. */
    public static Accept of(@Nullable String header) {
        return new Accept(
                header == null
                        ? List.of()
                        : Weighted.parse(header).stream()
                                .map(element -> new Range(element.name(), element.weight()))
                                .toList());
    }

    /**
     * The format that the client prefers.
     *
     * @param offers available formats; among equally acceptable ones, the first is chosen
     */
    public Optional<Format> best(List<Format> offers) {
        return offers.stream()
                .filter(offer -> weight(offer.mediaType()) > 0)
                .max(Comparator.<Format>comparingDouble(offer -> weight(offer.mediaType()) * offer.preference())
                        .thenComparing(offers::indexOf, Comparator.reverseOrder()));
    }

    /** The weight of a media type, from 0 (not acceptable) to 1, by the most specific range. */
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
