// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.chat;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.onrecord.source.Reason;
import org.onrecord.vocabulary.JsonText;

/**
 * A client of the OpenAI chat-completions protocol. Redirects are not followed, so that the key goes to no other server;
 * an answer has at most 1 MiB.
 */
public final class ChatClient {
    /** The environment variable with the key. */
    public static final String KEY_VARIABLE = "ONRECORD_MODEL_KEY";

    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_RETRIES = 2;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final ChatAddress address;
    private final String model;
    private final Optional<String> key;
    private final Duration timeout;
    private final HttpClient http;

    /** Whether the server takes a JSON Schema, as far as is known. */
    private final AtomicBoolean takesFormat = new AtomicBoolean(true);

    /**
     * A client of a server.
     *
     * @param model the name of the model, as the server knows it
     * @param key the key, sent as bearer token; empty for none
     * @param timeout the longest time for one request
     * @throws ChatFailedException if the key cannot be sent in a header
     */
    public ChatClient(ChatAddress address, String model, Optional<String> key, Duration timeout) {
        this.address = address;
        this.model = model;
        this.key = key.map(String::strip).filter(some -> !some.isEmpty());
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
        if (this.key.filter(some -> !some.matches("[\\x21-\\x7e]+")).isPresent()) {
            throw new ChatFailedException("The key in " + KEY_VARIABLE
                    + " has blanks or characters that no key has; nothing was sent. Set it again");
        }
    }

    /**
     * Asks the model.
     *
     * @param schema the JSON Schema of the answer, which is sent where the server takes it
     * @return its answer
     * @throws ChatFailedException if there is no complete answer
     */
    public String ask(List<ChatMessage> messages, String schema) {
        if (takesFormat.get()) {
            ChatReply reply = retried(body(messages, Optional.of(schema)));
            if (!reply.refusesFormat()) {
                return answer(reply);
            }
            ChatReply other = retried(body(messages, Optional.empty()));
            takesFormat.set(other.status() != 200);
            return answer(other);
        }
        return answer(retried(body(messages, Optional.empty())));
    }

    private String answer(ChatReply reply) {
        if (reply.status() >= 300 && reply.status() < 400) {
            throw reply.failed(
                    "redirects to another address with status " + reply.status()
                            + ", which is not followed, so that the key goes to no other server; give the right address as URL");
        }
        try {
            return reply.answer();
        } catch (ChatFailedException e) {
            throw new ChatFailedException(withoutKey(Reason.of(e)));
        }
    }

    /** Some servers repeat the key in their messages. */
    private String withoutKey(String message) {
        return key.map(secret -> message.replace(secret, "***")).orElse(message);
    }

    private String body(List<ChatMessage> messages, Optional<String> schema) {
        JsonArrayBuilder list = JsonText.JSON.createArrayBuilder();
        messages.forEach(message -> list.add(message.json()));
        JsonObjectBuilder body =
                JsonText.JSON.createObjectBuilder().add("model", model).add("messages", list);
        schema.ifPresent(text -> body.add("response_format", format(text)));
        return body.build().toString();
    }

    private static JsonObject format(String schema) {
        JsonObject parsed = JsonText.JSON.createReader(new StringReader(schema)).readObject();
        return JsonText.JSON
                .createObjectBuilder()
                .add("type", "json_schema")
                .add(
                        "json_schema",
                        JsonText.JSON.createObjectBuilder().add("name", "sheet").add("schema", parsed))
                .build();
    }

    private ChatReply retried(String body) {
        ChatReply reply = send(body);
        for (int retry = 1; retry <= MOST_RETRIES && reply.isTemporary(); retry++) {
            Duration pause = reply.pause(Instant.now()).orElse(Duration.ofSeconds(retry));
            if (pause.compareTo(LONGEST_PAUSE) > 0) {
                throw reply.failed("answered with status " + reply.status() + " and asks to wait " + pause.toSeconds()
                        + " s; try again after that");
            }
            await(pause);
            reply = send(body);
        }
        return reply;
    }

    private void await(Duration pause) {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private ChatReply send(String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.endpoint())
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        CompletableFuture<HttpResponse<byte[]>> sent =
                http.sendAsync(request.build(), info -> new BoundedBody(MOST_BYTES));
        try {
            HttpResponse<byte[]> response = sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new ChatReply(
                    address,
                    response.statusCode(),
                    response.headers().firstValue("Retry-After").orElse(""),
                    new String(response.body(), StandardCharsets.UTF_8));
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw late();
        } catch (InterruptedException e) {
            sent.cancel(true);
            throw interrupted();
        } catch (ExecutionException e) {
            throw failed(Optional.ofNullable(e.getCause()).orElse(e));
        }
    }

    private ChatFailedException failed(Throwable cause) {
        if (cause instanceof BoundedBody.TooLargeException) {
            return failure(
                    "sent an answer of more than 1 MiB, which is not read; check that the URL is that of a model server");
        }
        if (cause instanceof ConnectException) {
            return failure("cannot be reached; check that it is running, and the host and port of the URL");
        }
        if (cause instanceof java.net.http.HttpTimeoutException) {
            return late();
        }
        String reason = cause instanceof IOException ? Reason.of(cause) : cause.toString();
        return failure("broke the connection off or answered with something else than HTTP (" + withoutKey(reason)
                + "); check the URL, https or http, and the log of the server");
    }

    private ChatFailedException late() {
        return failure("did not answer within " + timeout.toSeconds()
                + " s; give it more time with --timeout, or use a faster model");
    }

    private ChatFailedException interrupted() {
        Thread.currentThread().interrupt();
        return failure("was not waited for: the program was stopped");
    }

    private ChatFailedException failure(String what) {
        return new ChatFailedException("The model server at " + address + " " + what);
    }
}
