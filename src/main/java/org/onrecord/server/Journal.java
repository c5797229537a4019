// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.onrecord.http.Markup;

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
        lines.accept(
                "{\"time\":\"" + Instant.now().truncatedTo(ChronoUnit.MILLIS) + "\",\"event\":" + Markup.json(event)
                        + facts.entrySet().stream()
                                .map(fact -> "," + Markup.json(fact.getKey()) + ":" + value(fact.getValue()))
                                .collect(Collectors.joining())
                        + "}");
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

    private static String value(Object value) {
        return value instanceof Number ? value.toString() : Markup.json(String.valueOf(value));
    }
}
