// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of topics, and files of client properties. */
class KafkaTopicTest {
    private static final String ADDRESS = "kafka:a.example:9092,[::1]:9093/on-record_1";

    @TempDir
    private Path folder;

    @Test
    void readsAnAddress() throws IOException {
        KafkaTopic topic = KafkaTopic.of(ADDRESS, Optional.empty());
        assertThat(topic.address()).isEqualTo(ADDRESS);
        assertThat(topic.brokers()).isEqualTo("a.example:9092,[::1]:9093");
        assertThat(topic.name()).isEqualTo("on-record_1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka:",
                "kafka:a:9092",
                "kafka:a/t",
                "kafka:a:9092/",
                "kafka:a:9092,/t",
                "kafka:a:9092/t/u",
                "a:9092/t"
            })
    void refusesOtherAddresses(String address) {
        assertThatThrownBy(() -> KafkaTopic.of(address, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + address + "'")
                .hasMessageContaining("give one such as kafka:");
    }

    @Test
    void readsProperties() throws IOException {
        KafkaTopic topic = KafkaTopic.of(ADDRESS, file("security.protocol=SASL_SSL\nacks=0\nbootstrap.servers=b:1\n"));
        assertThat(ClientSettings.ofWriter(topic))
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("acks", "all")
                .containsEntry("bootstrap.servers", "a.example:9092,[::1]:9093");
    }

    @Test
    void saysWhatIsWrongWithProperties() throws IOException {
        assertThatThrownBy(() -> KafkaTopic.of(ADDRESS, Optional.of(folder.resolve("none"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none' cannot be read: no such file or folder");
        for (String wrong : new String[] {"security.protocol=NOTHING\n", "x=\\uZZZZ\n", "retry.backoff.ms=soon\n"}) {
            Optional<Path> file = file(wrong);
            assertThatThrownBy(() -> KafkaTopic.of(ADDRESS, file))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("client.properties' is no file of properties of Kafka clients: ");
        }
    }

    private Optional<Path> file(String text) throws IOException {
        return Optional.of(Files.writeString(folder.resolve("client.properties"), text));
    }
}
