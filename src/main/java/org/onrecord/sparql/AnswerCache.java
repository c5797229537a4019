// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sparql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.atlas.lib.Cache;
import org.apache.jena.atlas.lib.CacheFactory;
import org.jspecify.annotations.Nullable;
import org.onrecord.http.Body;
import org.onrecord.http.Reply;
import org.onrecord.http.Route;
import org.onrecord.http.negotiation.EntityTag;
import org.onrecord.release.Release;

/**
 * Answers to queries over a release, by entity tag: a tag stands for release, program, query and format. Requests that were
 * answered have their tag, so that their queries need not be read again. The least recently used ones make room for others.
 * Thread-safe.
 */
final class AnswerCache {
    private static final long MAX_BYTES = 32L << 20;
    private static final long MAX_ANSWER = MAX_BYTES / 64;

    private static final int MAX_REQUESTS = 2_000;
    private static final int LONGEST_REQUEST = 4_096;

    private final Cache<Request, String> tags = CacheFactory.createCache(MAX_REQUESTS);
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

    /**
     * What the answer to a GET depends on.
     *
     * @param parameters the encoded parameters
     * @param accept the header {@code Accept}, or null
     */
    record Request(String parameters, @Nullable String accept) {
        private int length() {
            return parameters.length() + (accept == null ? 0 : accept.length());
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

    /**
     * The answer to a request that was answered before.
     *
     * @param ifNoneMatch the header {@code If-None-Match}, or null
     */
    Optional<Answered> known(Request request, @Nullable String ifNoneMatch) {
        return Optional.ofNullable(tags.getIfPresent(request))
                .flatMap(tag -> unchanged(ifNoneMatch, tag).or(() -> get(tag)));
    }

    /** The reply to a GET that was answered before. */
    Optional<Reply> reply(Route.Get get) {
        return known(new Request(get.query(), get.accept()), get.ifNoneMatch()).map(answered -> {
            get.attributes().accept(SparqlEndpoint.ROWS, answered.rows());
            return answered.reply();
        });
    }

    /** The answer to a client that has the answer with a tag. */
    static Optional<Answered> unchanged(@Nullable String ifNoneMatch, String tag) {
        return EntityTag.matching(ifNoneMatch, tag).map(had -> new Answered(cacheable(Reply.empty(304), had), 0));
    }

    /** A reply with an entity tag, which caches must revalidate. */
    static Reply cacheable(Reply reply, String tag) {
        return reply.with("ETag", tag).with("Cache-Control", "no-cache").with("Vary", SparqlEndpoint.VARY);
    }

    /** Keeps the entity tag of the answer to a request, unless that is too long. */
    void put(Request request, String tag) {
        if (request.length() <= LONGEST_REQUEST) {
            tags.put(request, tag);
        }
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
