// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.chat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.onrecord.vocabulary.JsonText;

/** A stand-in for a model server on the loopback address: it answers requests with the given replies, one after the other. */
public final class ModelServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Reply> replies = new ArrayDeque<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * A request.
     *
     * @param authorization the header of that name; empty if there is none
     */
    public record Request(String path, String authorization, JsonObject body) {
        /** The content of a message. */
        public String message(int index) {
            return body.getJsonArray("messages").getJsonObject(index).getString("content");
        }
    }

    /** Answers a request. */
    @FunctionalInterface
    public interface Reply {
        void send(HttpExchange exchange) throws IOException;
    }

    private ModelServer(List<Reply> replies) throws IOException {
        this.replies.addAll(replies);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** Starts a server. */
    public static ModelServer answering(Reply... replies) throws IOException {
        return new ModelServer(List.of(replies));
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String key = exchange.getRequestHeaders().getFirst("Authorization");
        JsonObject json = JsonText.JSON.createReader(new StringReader(body)).readObject();
        requests.add(new Request(exchange.getRequestURI().getPath(), key == null ? "" : key, json));
        Reply reply;
        synchronized (replies) {
            reply = replies.size() > 1 ? replies.remove() : replies.element();
        }
        reply.send(exchange);
    }

    /** A model's answer. */
    public static Reply answer(String content) {
        return answer(content, "stop");
    }

    /** A model's answer, with the reason why it ends. */
    public static Reply answer(String content, String finish) {
        JsonObject message = JsonText.JSON
                .createObjectBuilder()
                .add("role", "assistant")
                .add("content", content)
                .build();
        return status(
                200,
                JsonText.JSON
                        .createObjectBuilder()
                        .add(
                                "choices",
                                JsonText.JSON
                                        .createArrayBuilder()
                                        .add(JsonText.JSON
                                                .createObjectBuilder()
                                                .add("index", 0)
                                                .add("message", message)
                                                .add("finish_reason", finish)))
                        .build()
                        .toString());
    }

    /**
     * A reply of a status.
     *
     * @param headers names and values
     */
    public static Reply status(int status, String body, String... headers) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            } catch (IOException e) {
                // The client does not read more than it allows.
                exchange.close();
            }
        };
    }

    /** No reply until the server is closed. */
    public Reply silence() {
        return exchange -> {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        };
    }

    /** Takes a reply into the queue. */
    public void then(Reply reply) {
        synchronized (replies) {
            replies.add(reply);
        }
    }

    /** Closes the connection without an answer. */
    public static Reply nothing() {
        return HttpExchange::close;
    }

    /** The requests so far. */
    public List<Request> requests() {
        return requests;
    }

    /** The base of its API. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/v1";
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
