// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatClientTest {
    private static final String KEY = "sk-secret-0815";
    private static final String SCHEMA = "{\"type\": \"object\"}";
    private static final List<ChatMessage> MESSAGES = List.of(ChatMessage.system("Be brief."), ChatMessage.user("Hi."));

    private static ChatClient client(String url, Duration timeout) {
        return new ChatClient(ChatAddress.of(url), "tiny", Optional.of(KEY), timeout);
    }

    private static String ask(ModelServer server) {
        return client(server.url(), Duration.ofSeconds(20)).ask(MESSAGES, SCHEMA);
    }

    private static void assertFails(String expected, ModelServer.Reply... replies) throws IOException {
        try (ModelServer server = ModelServer.answering(replies)) {
            assertThatThrownBy(() -> ask(server))
                    .isInstanceOf(ChatFailedException.class)
                    .hasMessageStartingWith("The model server at '" + server.url() + "/chat/completions' ")
                    .hasMessageContaining(expected)
                    .hasMessageNotContaining(KEY);
        }
    }

    @Test
    void sendsModelMessagesSchemaAndKey() throws IOException {
        try (ModelServer server = ModelServer.answering(ModelServer.answer("Ha."))) {
            assertThat(ask(server)).isEqualTo("Ha.");
            assertThat(server.requests()).singleElement().satisfies(request -> {
                assertThat(request.path()).isEqualTo("/v1/chat/completions");
                assertThat(request.authorization()).isEqualTo("Bearer " + KEY);
                assertThat(request.body())
                        .hasToString(
                                "{\"model\":\"tiny\",\"messages\":[{\"role\":\"system\",\"content\":\"Be brief.\"},"
                                        + "{\"role\":\"user\",\"content\":\"Hi.\"}],\"response_format\":{\"type\":\"json_schema\","
                                        + "\"json_schema\":{\"name\":\"sheet\",\"schema\":{\"type\":\"object\"}}}}");
            });
        }
    }

    @Test
    void sendsNoKeyIfThereIsNone() throws IOException {
        try (ModelServer server = ModelServer.answering(ModelServer.answer("Ha."))) {
            new ChatClient(ChatAddress.of(server.url()), "tiny", Optional.of(" "), Duration.ofSeconds(20))
                    .ask(MESSAGES, SCHEMA);
            assertThat(server.requests().get(0).authorization()).isEmpty();
        }
    }

    @Test
    void asksWithoutSchemaWhereTheServerRefusesIt() throws IOException {
        try (ModelServer server = ModelServer.answering(
                ModelServer.status(400, "{\"error\": {\"message\": \"response_format?\"}}"),
                ModelServer.answer("Ha."))) {
            ChatClient client = client(server.url(), Duration.ofSeconds(20));
            assertThat(client.ask(MESSAGES, SCHEMA)).isEqualTo("Ha.");
            assertThat(client.ask(MESSAGES, SCHEMA)).isEqualTo("Ha.");
            assertThat(server.requests())
                    .extracting(request -> request.body().containsKey("response_format"))
                    .containsExactly(true, false, false);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void triesAgainAfterTheTimeThatTheServerSays(int status) throws IOException {
        ModelServer.Reply busy = ModelServer.status(status, "", "Retry-After", "0");
        try (ModelServer server = ModelServer.answering(busy, busy, ModelServer.answer("Ha."))) {
            assertThat(ask(server)).isEqualTo("Ha.");
            assertThat(server.requests()).hasSize(3);
        }
        try (ModelServer server = ModelServer.answering(busy)) {
            assertThatThrownBy(() -> ask(server)).hasMessageContaining("status " + status);
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void doesNotWaitLongerThanTenSeconds() throws IOException {
        assertFails("asks to wait 11 s", ModelServer.status(429, "", "Retry-After", "11"));
        assertFails("asks to wait", ModelServer.status(503, "", "Retry-After", "Fri, 31 Dec 2100 23:59:59 GMT"));
        assertFails("status 503", ModelServer.status(503, "", "Retry-After", "Fri, 31 Dec 1999 23:59:59 GMT"));
    }

    @ParameterizedTest
    @CsvSource({
        "401, ONRECORD_MODEL_KEY",
        "403, ONRECORD_MODEL_KEY",
        "404, name of the model",
        "413, too long",
        "422, check URL",
    })
    void saysWhatTheServerSaysWithoutTheKey(int status, String remedy) throws IOException {
        String body = "{\"error\": {\"message\": \"Bad key " + KEY + "\\u001b[1m.\"}}";
        assertFails("with status " + status + ": 'Bad key *** [1m.'; ", ModelServer.status(status, body));
        assertFails(remedy, ModelServer.status(status, body));
    }

    @Test
    void doesNotFollowRedirects() throws IOException {
        try (ModelServer other = ModelServer.answering(ModelServer.answer("Ha."))) {
            assertFails(
                    "redirects to another address with status 307",
                    ModelServer.status(307, "", "Location", other.url() + "/chat/completions"));
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void rejectsWhatIsNoAnswer() throws IOException {
        assertFails("chat-completions protocol says (the body is not JSON)", ModelServer.status(200, "<html></html>"));
        assertFails("chat-completions protocol says; ", ModelServer.status(200, "{}"));
        assertFails("chat-completions protocol", ModelServer.status(200, "[".repeat(100_000)));
        assertFails("chat-completions protocol", ModelServer.status(200, "{\"a\":".repeat(100_000)));
        assertFails("protocol says: 'No such model'", ModelServer.status(200, "{\"error\": \"No such model\"}"));
        assertFails("protocol", ModelServer.status(200, "{\"choices\": []}"));
        assertFails("empty answer", ModelServer.status(200, "{\"choices\": [{\"message\": {\"content\": null}}]}"));
        assertFails("empty answer", ModelServer.answer(" \n"));
        assertFails("limit of tokens", ModelServer.answer("names:", "length"));
        assertFails("refused to answer; ", ModelServer.answer("No.", "content_filter"));
        assertFails(
                "refused to answer: 'No.'; ",
                ModelServer.status(200, "{\"choices\": [{\"message\": {\"content\": null, \"refusal\": \"No.\"}}]}"));
    }

    @Test
    void readsAtMostOneMebibyte() throws IOException {
        assertFails("more than 1 MiB", ModelServer.answer("x".repeat(1 << 20)));
    }

    @Test
    void waitsNoLongerThanItsTime() throws IOException {
        try (ModelServer server = ModelServer.answering()) {
            server.then(server.silence());
            assertThatThrownBy(
                            () -> client(server.url(), Duration.ofMillis(200)).ask(MESSAGES, SCHEMA))
                    .isInstanceOf(ChatFailedException.class)
                    .hasMessageContaining("did not answer within");
        }
    }

    @Test
    void saysThatTheServerCannotBeReached() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThatThrownBy(() -> client("http://localhost:" + port, Duration.ofSeconds(20))
                        .ask(MESSAGES, SCHEMA))
                .isInstanceOf(ChatFailedException.class)
                .hasMessageContaining("localhost:" + port + "/chat/completions' cannot be reached");
        assertFails("broke the connection off", ModelServer.nothing());
    }

    @Test
    void rejectsKeyThatNoHeaderCanHave() {
        assertThatThrownBy(() -> new ChatClient(
                        ChatAddress.of("http://localhost/v1"),
                        "tiny",
                        Optional.of(KEY + "\nX: y"),
                        Duration.ofSeconds(1)))
                .isInstanceOf(ChatFailedException.class)
                .hasMessageContaining("ONRECORD_MODEL_KEY")
                .hasMessageNotContaining(KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:1/v1, http://localhost:1/v1/chat/completions",
        "http://localhost:1/v1/, http://localhost:1/v1/chat/completions",
        "https://h/v1/chat/completions, https://h/v1/chat/completions",
        "https://h/x/chat/completions?v=1, https://h/x/chat/completions?v=1",
        "http://[::1]:1, http://[::1]:1/chat/completions"
    })
    void completesAddress(String url, String endpoint) {
        assertThat(ChatAddress.of(url).endpoint()).hasToString(endpoint);
        assertThat(ChatAddress.of(url).toString()).doesNotContain("v=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:1/v1",
                "file:///etc/passwd",
                "http:///v1",
                "http://h/#x",
                "http://h h/",
                "",
                "http://me:pw@h/v1"
            })
    void rejectsOtherAddress(String url) {
        assertThatThrownBy(() -> ChatAddress.of(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Give the base of the API")
                .hasMessageNotContaining("pw");
    }
}
