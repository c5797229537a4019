// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.chat;

import jakarta.json.JsonObject;
import org.onrecord.vocabulary.JsonText;

/**
 * A message of a chat.
 *
 * @param role {@code system}, {@code user} or {@code assistant}
 * @param text its content
 */
public record ChatMessage(String role, String text) {
    /** Instructions that come before all others. */
    public static ChatMessage system(String text) {
        return new ChatMessage("system", text);
    }

    /** What is asked. */
    public static ChatMessage user(String text) {
        return new ChatMessage("user", text);
    }

    /** What the model answered. */
    public static ChatMessage assistant(String text) {
        return new ChatMessage("assistant", text);
    }

    JsonObject json() {
        return JsonText.JSON
                .createObjectBuilder()
                .add("role", role)
                .add("content", text)
                .build();
    }
}
