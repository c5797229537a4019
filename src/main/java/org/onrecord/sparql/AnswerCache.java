// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sparql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.onrecord.http.Body;
import org.onrecord.http.Reply;
import org.onrecord.release.Release;

/**
 * Answers to queries over a release, by entity tag: a tag stands for release, program, query and format. The least recently
 * used ones make room for others. Thread-safe.
 */
final class AnswerCache {
    private static final long MAX_BYTES = 32L << 20;
    private static final long MAX_ANSWER = MAX_BYTES / 64;

    private final Map<String, Answered> answers = new LinkedHashMap<>(16, 0.75f, true);
    private final AtomicLong bytes = new AtomicLong();

    /**
     * A reply and its number of rows.
     *
     * @param reply the reply
     * @param rows number of rows
     */
    record Answered(Reply reply, long rows) {
        long length() {
            return reply.body().length();
        }
    }

    /** The answers of a release. */
    static AnswerCache of(Release release) {
        return release.index(AnswerCache.class, indexed -> new AnswerCache());
    }

    /** The answer with an entity tag. */
    synchronized Optional<Answered> get(String tag) {
        return Optional.ofNullable(answers.get(tag));
    }

    /** Keeps a copy of an answer, unless it is too large. */
    void put(String tag, Answered answered) {
        if (answered.length() <= MAX_ANSWER) {
            Reply reply = answered.reply();
            keep(tag, new Answered(new Reply(reply.status(), reply.headers(), copy(reply.body())), answered.rows()));
        }
    }

    private static Body copy(Body body) {
        try (InputStream in = body.open()) {
            return Body.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot copy an answer in memory", e);
        }
    }

    private synchronized void keep(String tag, Answered answered) {
        Answered before = answers.put(tag, answered);
        bytes.addAndGet(answered.length() - (before == null ? 0 : before.length()));
        var oldest = answers.values().iterator();
        while (bytes.get() > MAX_BYTES) {
            bytes.addAndGet(-oldest.next().length());
            oldest.remove();
        }
    }
}
