// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.onrecord.query.Catalogue;
import org.onrecord.release.chain.ChangeLog;
import org.onrecord.release.chain.ReleaseChain;
import org.onrecord.search.SearchStore;
import org.onrecord.site.data.DumpShelf;
import org.onrecord.site.data.Origin;
import org.onrecord.site.page.Site;

/**
 * Settings of a site, independent of the release.
 *
 * @param catalogue the questions
 * @param site contact and article texts of the operator
 * @param origin the origin
 * @param isPrivate whether only this machine reaches the server, and no proxy or public address is declared
 * @param chain the chain of releases
 * @param dumps the dumps that can be downloaded
 * @param search the search indexes
 */
public record SiteSettings(
        Catalogue catalogue,
        Site site,
        Origin origin,
        boolean isPrivate,
        ReleaseChain chain,
        DumpShelf dumps,
        SearchStore search) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final List<String> PROXY_HEADERS = List.of("Forwarded", "X-Forwarded-For", "Via");

    /** Settings of a server that follows none, and keeps its log and its search index in memory. */
    public SiteSettings(Catalogue catalogue, Site site, Origin origin, boolean isPrivate) {
        this(
                catalogue,
                site,
                origin,
                isPrivate,
                ReleaseChain.of(ChangeLog.inMemory()),
                new DumpShelf(),
                SearchStore.inMemory());
    }

    /**
     * Whether a request is the operator's own: the server is private, the request names a loopback host, and no proxy has
     * passed it on. nginx speaks HTTP/1.0 to a server and sends its address as the host unless told otherwise.
     */
    boolean isOperator(HttpServletRequest request) {
        return isPrivate
                && LOOPBACK.contains(request.getServerName().toLowerCase(Locale.ROOT))
                && !request.getProtocol().equals("HTTP/1.0")
                && PROXY_HEADERS.stream().noneMatch(name -> request.getHeader(name) != null);
    }

    /** Returns a copy with another chain of releases. */
    public SiteSettings with(ReleaseChain other) {
        return new SiteSettings(catalogue, site, origin, isPrivate, other, dumps, search);
    }

    /** Returns a copy with another catalogue. */
    public SiteSettings with(Catalogue other) {
        return new SiteSettings(other, site, origin, isPrivate, chain, dumps, search);
    }

    /** Returns a copy with other search indexes. */
    public SiteSettings with(SearchStore other) {
        return new SiteSettings(catalogue, site, origin, isPrivate, chain, dumps, other);
    }
}
