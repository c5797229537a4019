// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.chat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The reply of a server to a request.
 *
 * @param from the address, for messages
 * @param status the HTTP status
 * @param retryAfter the value of the header Retry-After; empty if there is none
 * @param body the body
 */
record ChatReply(ChatAddress from, int status, String retryAfter, String body) {
    private static final int SHOWN = 300;

    /** Whether the request may succeed if it is sent again. */
    boolean isTemporary() {
        return status == 429 || status >= 500;
    }

    /** Whether the server may accept the request without {@code response_format}. */
    boolean refusesFormat() {
        return status >= 400 && status < 500 && status != 401 && status != 403 && status != 429;
    }

    /** How long the server asks to wait; empty if it does not say. */
    Optional<Duration> pause(Instant now) {
        String value = retryAfter.strip();
        if (value.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /**
     * The text of the model's answer.
     *
     * @throws ChatFailedException if there is none, or not all of it
     */
    String answer() {
        if (status != 200) {
            throw failed("answered with status " + status + said() + "; " + remedy());
        }
        JsonObject choice = json().flatMap(ChatReply::choice)
                .orElseThrow(() -> failed("did not answer as the chat-completions protocol says" + said()
                        + "; check the URL: give the base of the API, such as http://localhost:11434/v1"));
        JsonObject message = choice.get("message") instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
        String finish = text(choice, "finish_reason").orElse("");
        if (finish.equals("length")) {
            throw failed(
                    "cut the answer off at its limit of tokens; raise the limit of the server or its context length,"
                            + " or use a shorter text");
        }
        Optional<String> refusal = text(message, "refusal").filter(words -> !words.isBlank());
        if (refusal.isPresent() || finish.equals("content_filter")) {
            throw failed("refused to answer"
                    + refusal.map(words -> ": " + shown(words)).orElse("")
                    + "; use another model with --name, or code the text by hand: onrecord new");
        }
        return text(message, "content")
                .filter(words -> !words.isBlank())
                .orElseThrow(() -> failed("gave an empty answer; ask again, or use another model with --name"));
    }

    private static Optional<JsonObject> choice(JsonObject json) {
        return json.get("choices") instanceof JsonArray choices
                        && !choices.isEmpty()
                        && choices.get(0) instanceof JsonObject choice
                ? Optional.of(choice)
                : Optional.empty();
    }

    private String remedy() {
        return switch (status) {
            case 401, 403 ->
                "set the key of the server in the environment variable ONRECORD_MODEL_KEY, and check that it may use the model";
            case 404 -> "check the URL and the name of the model (--name)";
            case 413 -> "the text is too long for this server; use a shorter text or another server";
            case 429 -> "its limit of requests is reached: try again later";
            default -> status >= 500 ? "try again later, or look at the log of the server" : "check URL and --name";
        };
    }

    /** What the server says of an error, without line breaks. */
    private String said() {
        Optional<String> message = json().flatMap(json -> json.get("error") instanceof JsonObject error
                ? text(error, "message")
                : text(json, "error").or(() -> text(json, "message")));
        return message.filter(words -> !words.isBlank())
                .map(words -> ": " + shown(words))
                .orElse(message.isEmpty() && !body.isBlank() && json().isEmpty() ? " (the body is not JSON)" : "");
    }

    private static String shown(String words) {
        String line = words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return "'"
                + (line.codePointCount(0, line.length()) <= SHOWN
                        ? line
                        : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "...")
                + "'";
    }

    private Optional<JsonObject> json() {
        return BoundedJson.object(body);
    }

    private static Optional<String> text(JsonObject object, String key) {
        return object.get(key) instanceof JsonString string ? Optional.of(string.getString()) : Optional.empty();
    }

    /** A failure that names the server. */
    ChatFailedException failed(String what) {
        return new ChatFailedException("The model server at " + from + " " + what);
    }
}
