// SPDX-License-Identifier: Apache-2.0
package org.onrecord.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.onrecord.Url;

/**
 * A triplestore that holds the dump.
 *
 * @param name what people call it
 * @param version its version
 * @param loadSeconds how long it took to load the dump, its start included where the two are one
 * @param endpoint where it answers the SPARQL 1.1 Protocol
 */
record Store(String name, String version, double loadSeconds, URI endpoint) {
    /** How long a store may take for one query: a minute, or so many seconds as the property {@code stores.limit} says. */
    static final Duration LIMIT = Duration.ofSeconds(Long.getLong("stores.limit", 60));

    /** How long a store may take for all queries, in seconds: ten minutes, or what the property {@code stores.budget} says. */
    static final long BUDGET = Long.getLong("stores.budget", 600);

    /** What is said of a query that was not asked any more. */
    static final String UNASKED = "not asked, because the others took " + BUDGET + " s";

    /** What is said of a query that took longer. */
    static final String TOO_SLOW = "no answer within " + LIMIT.toSeconds() + " s";

    /** What is said of an answer that does not come to its end. */
    static final String BROKEN_OFF = "an answer that the store breaks off";

    private static final Duration RESTART = Duration.ofSeconds(60);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * The answer to a query, in SPARQL 1.1 Query Results JSON.
     *
     * @throws NoAnswerException if the store gave none
     * @throws UncheckedIOException if the store has ended
     */
    byte[] ask(String query) {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/sparql-results+json")
                .POST(HttpRequest.BodyPublishers.ofString("query=" + Url.encoded(query)))
                .build();
        try {
            HttpResponse<byte[]> response = send(request, System.nanoTime() + RESTART.toNanos());
            if (response.statusCode() != 200) {
                String said = new String(response.body(), StandardCharsets.UTF_8);
                throw new NoAnswerException(
                        response.statusCode() + " " + said.lines().limit(3).toList());
            }
            return response.body();
        } catch (HttpTimeoutException e) {
            throw new NoAnswerException(TOO_SLOW);
        } catch (ConnectException e) {
            throw new UncheckedIOException(name + " refuses every connection", e);
        } catch (IOException e) {
            throw new NoAnswerException(BROKEN_OFF);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException("interrupted");
        }
    }

    /** Sends a request; a store that is being started again after it gave up a query is waited for. */
    private static HttpResponse<byte[]> send(HttpRequest request, long deadline)
            throws IOException, InterruptedException {
        while (true) {
            try {
                return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            } catch (ConnectException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(250);
            }
        }
    }

    /** A store gave no answer to a query; the message tells why. */
    static final class NoAnswerException extends RuntimeException {
        NoAnswerException(String why) {
            super(why);
        }
    }
}
