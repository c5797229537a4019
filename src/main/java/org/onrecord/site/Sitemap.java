// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.onrecord.http.ProblemException;
import org.onrecord.http.ProblemType;
import org.onrecord.site.page.Templates;

/**
 * The sitemap of all pages (sitemaps.org, 0.9): one document, or an index of its parts if it would have more addresses than a
 * document may have.
 *
 * @param paths the paths of the pages
 * @param most the largest number of addresses of a document
 */
record Sitemap(List<String> paths, int most) {
    /** The largest number of addresses that the protocol allows. */
    static final int MOST = 50_000;

    private static final String ADDRESS = "/sitemap.xml";

    /**
     * A document.
     *
     * @param origin scheme, host and port of the addresses
     * @param part the number of a part, from 1; empty for the whole, or the index
     * @throws ProblemException if there is no such part
     */
    String xml(String origin, Optional<String> part) {
        int parts = (paths.size() + most - 1) / most;
        if (part.isEmpty() && parts > 1) {
            return render(
                    true,
                    origin,
                    IntStream.rangeClosed(1, parts)
                            .mapToObj(number -> ADDRESS + "?part=" + number)
                            .toList());
        }
        int number = part.filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::valueOf)
                .orElse(part.isEmpty() ? 1 : 0);
        if (number < 1 || number > parts) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND, "The sitemap has the parts 1 to %d; use %s.".formatted(parts, ADDRESS));
        }
        return render(false, origin, paths.subList((number - 1) * most, Math.min(number * most, paths.size())));
    }

    private static String render(boolean index, String origin, List<String> addresses) {
        return Templates.render("sitemap", Map.of("index", index, "origin", origin, "addresses", addresses));
    }
}
