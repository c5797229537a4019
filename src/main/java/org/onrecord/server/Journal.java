// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import static org.onrecord.vocabulary.JsonText.JSON;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A log of events, one JSON object a line.
 *
 * @param lines receives each line, without line feed; called from any thread
 */
public record Journal(Consumer<String> lines) {
    /** Discards all events. */
    public static final Journal SILENT = new Journal(line -> {});

    /** Writes an event. Values other than numbers are written as strings. */
    public void write(String event, Map<String, ?> facts) {
        if (equals(SILENT)) {
            return;
        }
        JsonObjectBuilder line = JSON.createObjectBuilder()
                .add("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
                .add("event", event);
        facts.forEach((name, value) -> line.add(name, value(value)));
        lines.accept(line.build().toString());
    }

    /** Waits, for a limited time, until all lines are written. */
    public void flush() {
        if (lines instanceof QueuedLines queued) {
            queued.flush();
        }
    }

    /** Number of lines dropped because the output was blocked. */
    public long dropped() {
        return lines instanceof QueuedLines queued ? queued.dropped() : 0;
    }

    private static JsonValue value(Object value) {
        return value instanceof Number
                ? JSON.createValue(new BigDecimal(value.toString()))
                : JSON.createValue(String.valueOf(value));
    }
}
