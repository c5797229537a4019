// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.onrecord.http.Body;
import org.onrecord.http.Reply;
import org.onrecord.sparql.AnswerCache.Answered;

class AnswerCacheTest {
    private static final int LARGEST = 512 << 10;

    private final AnswerCache cache = new AnswerCache();

    private static Answered answer(int length) {
        return new Answered(
                Reply.of(200, "text/csv", Body.of("a".repeat(length))).with("ETag", "x"), 7);
    }

    @Test
    void returnsWhatItKeeps() throws IOException {
        cache.put("one", answer(5));
        Answered answered = cache.get("one").orElseThrow();
        assertThat(answered.rows()).isEqualTo(7);
        assertThat(answered.reply().headers()).containsEntry("ETag", "x");
        assertThat(answered.reply().body().open()).hasContent("aaaaa");
        assertThat(cache.get("two")).isEmpty();
    }

    @Test
    void knowsTheAnswerToARequest() {
        AnswerCache.Request request = new AnswerCache.Request("query=ASK{}", "text/csv");
        cache.put(request, "W/\"one\"");
        assertThat(cache.known(request, null)).isEmpty();
        assertThat(cache.known(request, "\"one\"").orElseThrow().reply().status())
                .isEqualTo(304);
        cache.put("W/\"one\"", answer(5));
        assertThat(cache.known(new AnswerCache.Request("query=ASK{}", "text/csv"), "\"two\"")
                        .orElseThrow()
                        .rows())
                .isEqualTo(7);
        assertThat(cache.known(new AnswerCache.Request("query=ASK{}", null), "*"))
                .isEmpty();
    }

    @Test
    void doesNotKeepLongRequests() {
        AnswerCache.Request request = new AnswerCache.Request("query=" + "A".repeat(5000), null);
        cache.put(request, "W/\"one\"");
        assertThat(cache.known(request, "*")).isEmpty();
    }

    @Test
    void doesNotKeepLargeAnswers() {
        cache.put("largest", answer(LARGEST));
        cache.put("larger", answer(LARGEST + 1));
        assertThat(cache.get("largest")).isPresent();
        assertThat(cache.get("larger")).isEmpty();
    }

    @Test
    void dropsTheLeastRecentlyUsed() {
        for (int i = 0; i < 64; i++) {
            cache.put("answer " + i, answer(LARGEST));
        }
        assertThat(cache.get("answer 0")).isPresent();
        cache.put("another", answer(1));
        assertThat(cache.get("answer 0")).isPresent();
        assertThat(cache.get("answer 1")).isEmpty();
        assertThat(cache.get("answer 2")).isPresent();
    }

    @Test
    void countsAReplacedAnswerOnce() {
        for (int i = 0; i < 100; i++) {
            cache.put("same", answer(LARGEST));
        }
        cache.put("other", answer(1));
        assertThat(cache.get("same")).isPresent();
    }
}
