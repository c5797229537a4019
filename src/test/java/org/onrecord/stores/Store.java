// SPDX-License-Identifier: Apache-2.0
package org.onrecord.stores;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A triplestore that holds the dump.
 *
 * @param name what people call it
 * @param version its version
 * @param loadSeconds how long it took to load the dump, its start included where the two are one
 * @param endpoint where it answers the SPARQL 1.1 Protocol
 */
record Store(String name, String version, double loadSeconds, URI endpoint) {
    /** How long a store may take for one query. */
    static final Duration LIMIT = Duration.ofMinutes(1);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * The answer to a query, in SPARQL 1.1 Query Results JSON.
     *
     * @throws NoAnswerException if the store gave none
     */
    byte[] ask(String query) {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/sparql-results+json")
                .POST(HttpRequest.BodyPublishers.ofString("query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                .build();
        try {
            HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                String said = new String(response.body(), StandardCharsets.UTF_8);
                throw new NoAnswerException(
                        response.statusCode() + " " + said.lines().limit(3).toList());
            }
            return response.body();
        } catch (HttpTimeoutException e) {
            throw new NoAnswerException("no answer within " + LIMIT.toSeconds() + " s");
        } catch (IOException e) {
            throw new NoAnswerException(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException("interrupted");
        }
    }

    /** A store gave no answer to a query; the message tells why. */
    static final class NoAnswerException extends RuntimeException {
        NoAnswerException(String why) {
            super(why);
        }
    }
}
