// SPDX-License-Identifier: Apache-2.0
package org.onrecord.vocabulary;

import jakarta.json.JsonStructure;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.Map;

/** Indented JSON with a line feed at the end. */
public final class JsonText {
    /** Creates JSON values. {@code jakarta.json.Json} would search the class path for its provider at each call. */
    public static final JsonProvider JSON = JsonProvider.provider();

    private static final JsonWriterFactory INDENTED =
            JSON.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    private JsonText() {}

    /** The text of an object or an array. */
    public static String of(JsonStructure json) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = INDENTED.createWriter(text)) {
            writer.write(json);
        }
        return text.toString().strip() + "\n";
    }
}
