// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.chat;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.onrecord.vocabulary.JsonText;

/** Reads JSON of others: objects nested so deep that the reader would exhaust the stack count as invalid. */
final class BoundedJson {
    private static final int MOST_DEPTH = 64;

    private BoundedJson() {}

    /** The object that a text is; empty if it is none. */
    static Optional<JsonObject> object(String text) {
        try (JsonReader reader = JsonText.JSON.createReader(new StringReader(text))) {
            return isDeep(text) ? Optional.empty() : Optional.of(reader.readObject());
        } catch (JsonException | NoSuchElementException e) {
            return Optional.empty();
        }
    }

    private static boolean isDeep(String text) {
        int depth = 0;
        try (JsonParser parser = JsonText.JSON.createParser(new StringReader(text))) {
            while (depth <= MOST_DEPTH && parser.hasNext()) {
                depth += switch (parser.next()) {
                    case START_OBJECT, START_ARRAY -> 1;
                    case END_OBJECT, END_ARRAY -> -1;
                    default -> 0;
                };
            }
        }
        return depth > MOST_DEPTH;
    }
}
