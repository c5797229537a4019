// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.input.BoundedInputStream;
import org.onrecord.source.Reason;

/** Another On Record server, from which a replica reads. Thread-safe. */
public final class PeerServer {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final long MAX_LENGTH = 512L << 20;
    private static final int OK = 200;
    private static final int BUSY = 503;

    private final URI url;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    /**
     * Creates a peer. Nothing is sent.
     *
     * @param url the address of its pages: http or https, with a host
     * @throws IllegalArgumentException if it is no such address
     */
    public PeerServer(String url) {
        this.url = URI.create(url.endsWith("/") ? url : url + "/");
        if (!String.valueOf(this.url.getScheme()).matches("https?") || this.url.getHost() == null) {
            throw new IllegalArgumentException(
                    "'" + url + "' is not the address of a server; give one such as https://example.org/");
        }
    }

    /** The address, ending in {@code /}. */
    public String url() {
        return url.toString();
    }

    /** An answer of the peer, whose body must be closed. */
    record Answer(HttpResponse<InputStream> response) implements AutoCloseable {
        int status() {
            return response.statusCode();
        }

        Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        String text() throws IOException {
            byte[] bytes = BoundedInputStream.builder()
                    .setInputStream(response.body())
                    .setMaxCount(MAX_LENGTH + 1)
                    .get()
                    .readAllBytes();
            if (bytes.length > MAX_LENGTH) {
                throw new IOException("the answer has more than " + MAX_LENGTH + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }

        InputStream unpacked() throws IOException {
            return new GZIPInputStream(new BufferedInputStream(response.body()));
        }

        @Override
        public void close() throws IOException {
            response.body().close();
        }
    }

    /**
     * Sends a GET request.
     *
     * @param path relative to the address
     * @param entityTag the known answer
     * @throws IOException if the peer cannot be reached
     */
    Answer get(String path, Optional<String> entityTag) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path)).timeout(ANSWER);
        entityTag.ifPresent(tag -> request.header("If-None-Match", tag));
        try {
            return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new IOException(url + " cannot be reached: " + Reason.of(e), e);
        }
    }

    /**
     * Sends a GET request that must succeed.
     *
     * @throws IOException if the peer cannot be reached, or answers with another status than 200
     */
    Answer get(String path) throws IOException, InterruptedException {
        return success(get(path, Optional.empty()));
    }

    /** The answer, whose status must be 200. */
    static Answer success(Answer answer) throws IOException {
        if (answer.status() != OK) {
            answer.close();
            String problem = answer.response().uri() + " answered with status " + answer.status();
            throw answer.status() == BUSY ? new BusyException(problem) : new IOException(problem);
        }
        return answer;
    }
}
