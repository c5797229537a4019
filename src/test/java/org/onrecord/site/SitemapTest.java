// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.http.ProblemException;

class SitemapTest {
    private static final Sitemap SMALL = new Sitemap(List.of("/", "/a", "/b"), 3);
    private static final Sitemap LARGE = new Sitemap(List.of("/", "/a", "/b"), 2);

    private static List<String> addresses(Sitemap map, Optional<String> part) {
        return Pattern.compile("<loc>([^<]*)</loc>")
                .matcher(map.xml("http://h", part))
                .results()
                .map((MatchResult address) -> address.group(1))
                .toList();
    }

    @Test
    void isOneDocumentIfItHasNoMoreAddressesThanAllowed() {
        assertThat(SMALL.xml("http://h", Optional.empty())).startsWith("<urlset ");
        assertThat(addresses(SMALL, Optional.empty())).containsExactly("http://h/", "http://h/a", "http://h/b");
    }

    @Test
    void isAnIndexOfPartsIfItHasMore() {
        assertThat(LARGE.xml("http://h", Optional.empty()))
                .startsWith("<sitemapindex ")
                .contains("<sitemap><loc>");
        assertThat(addresses(LARGE, Optional.empty()))
                .containsExactly("http://h/sitemap.xml?part=1", "http://h/sitemap.xml?part=2");
        assertThat(LARGE.xml("http://h", Optional.of("1")))
                .startsWith("<urlset ")
                .contains("<url><loc>");
        assertThat(addresses(LARGE, Optional.of("1"))).containsExactly("http://h/", "http://h/a");
        assertThat(addresses(LARGE, Optional.of("2"))).containsExactly("http://h/b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3", "-1", "x", "", "99999999999"})
    void hasNoOtherParts(String part) {
        assertThatThrownBy(() -> LARGE.xml("http://h", Optional.of(part)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("parts 1 to 2");
    }
}
