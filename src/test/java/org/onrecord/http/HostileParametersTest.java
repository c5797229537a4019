// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page with hostile values of its parameters: an answer or a 4xx with words, never a 500 or "null". */
class HostileParametersTest {
    private static final List<String> VALUES = List.of(
            "",
            "%00",
            "%ED%A0%80",
            "%F0%9F%98%80",
            "%0d%0aX:%20y",
            "NaN",
            "-1",
            "0",
            "1.0",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999999999",
            "2026-99-99",
            "-0001-01-01",
            "999999999-12-31",
            "2026-02-30",
            "nothing",
            "a%2fb",
            "*",
            "person/joren-hask",
            "http://[",
            "%3C%3E%22%7B%7D%7C%5C%5E%60",
            "%FF%FE",
            "%",
            "x".repeat(400),
            "x".repeat(6_000));
    private static final List<String> NAMES = List.of(
            "limit", "offset", "page", "sort", "format", "q", "speaker", "about", "from", "to", "after", "before",
            "since", "until", "place", "topic", "kind", "event", "code", "unknown", "%00");

    /** Each page is asked a fifth of all pairs, another one than its neighbours: all of them take a minute. */
    private static final int PART = 5;

    private final RunningSite site = RunningSite.get();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/statements",
                "/statements.json",
                "/statements.ttl",
                "/search",
                "/search.json",
                "/queries",
                "/queries/who-stated-what",
                "/queries/who-stated-what.csv",
                "/queries/statements.json",
                "/queries/who-talks-about-whom.json",
                "/doc/statement/w-12",
                "/doc/state/velmora.ttl",
                "/timeline",
                "/timeline.json",
                "/network",
                "/network.json",
                "/map",
                "/map.json",
                "/map.geojson",
                "/dumps/",
                "/changes",
                "/dataset",
                "/ontology",
                "/feed.atom",
                "/sitemap.xml",
                "/validate",
                "/code/form",
                "/graph"
            })
    void areAnswered(String path) {
        for (int name = 0; name < NAMES.size(); name++) {
            String parameter = path + "?" + NAMES.get(name) + "=";
            for (int value = (name + path.length()) % PART; value < VALUES.size(); value += PART) {
                answered(parameter + VALUES.get(value));
            }
            answered(parameter + "1&" + NAMES.get(name) + "=2");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/doc/%s",
                "/doc/person/%s",
                "/id/%s",
                "/queries/%s",
                "/queries/%s.json",
                "/dumps/%s",
                "/code/%s",
                "/graph/%s",
                "/static/%s",
                "/problems/%s",
                "/statements.%s",
                "/%s"
            })
    void areAnsweredAsPaths(String path) {
        VALUES.forEach(value -> answered(path.formatted(value)));
    }

    private void answered(String path) {
        String legal = path.replaceAll("%(?![0-9A-Fa-f]{2})", "%25").replace("http://[", "http:%2f%2f%5B");
        HttpResponse<String> answer = site.read(legal, "Accept", "*/*");
        String shown = legal.substring(0, Math.min(200, legal.length()));
        assertThat(answer.statusCode()).as(shown + "\n" + answer.body()).isLessThan(500);
        if (answer.statusCode() >= 400) {
            assertThat(answer.body()).as(shown).doesNotContain("null", "Exception");
        }
    }
}
