// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A writer of lines, each a JSON object that begins with the time and says what happened.
 *
 * @param lines takes each line, without its end; may be called from any thread
 */
public record Journal(Consumer<String> lines) {
    /** Writes nothing. */
    public static final Journal SILENT = new Journal(line -> {});

    /** Writes a line. Values are numbers as they are, and all else as text. */
    public void write(String event, Map<String, ?> facts) {
        JsonObjectBuilder line = Json.createObjectBuilder()
                .add("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
                .add("event", event);
        facts.forEach((name, value) -> line.add(name, value(value)));
        lines.accept(line.build().toString());
    }

    /** Waits until what was written has reached its file, but not for long. */
    public void flush() {
        if (lines instanceof QueuedLines queued) {
            queued.flush();
        }
    }

    /** How many lines were dropped because nobody took them. */
    public long dropped() {
        return lines instanceof QueuedLines queued ? queued.dropped() : 0;
    }

    private static JsonValue value(Object value) {
        return value instanceof Number
                ? Json.createValue(new BigDecimal(value.toString()))
                : Json.createValue(String.valueOf(value));
    }
}
