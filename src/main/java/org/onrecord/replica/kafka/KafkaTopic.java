// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.source.Reason;

/** A topic of Kafka, and how its brokers are reached. The settings can hold secrets, and are not printed. */
public final class KafkaTopic {
    private static final String BROKER = "(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\]):[0-9]{1,5}";
    private static final Pattern ADDRESS =
            Pattern.compile("kafka:(" + BROKER + "(?:," + BROKER + ")*)/([A-Za-z0-9._-]{1,249})");
    private static final String CLIENT = "org.apache.kafka.clients.CommonClientConfigs";

    private final String address;
    private final String brokers;
    private final String name;
    private final Map<String, String> settings;

    private KafkaTopic(String address, Matcher parts, Map<String, String> settings) {
        this.address = address;
        this.brokers = parts.group(1);
        this.name = parts.group(2);
        this.settings = settings;
    }

    /**
     * A topic. Nothing is sent.
     *
     * @param address {@code kafka:BROKERS/TOPIC}, the brokers as {@code HOST:PORT}, separated by commas
     * @param config a file with properties of Kafka clients
     * @throws IllegalArgumentException if the address or the file is malformed
     * @throws IOException if the file cannot be read, or the Kafka client is missing
     */
    public static KafkaTopic of(String address, Optional<Path> config) throws IOException {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + address
                    + "' is not the address of a topic; give one such as kafka:broker1:9092,broker2:9092/onrecord");
        }
        requireClient(address);
        return new KafkaTopic(address, parts, config.isPresent() ? read(config.get()) : Map.of());
    }

    private static void requireClient(String address) throws IOException {
        try {
            Class.forName(CLIENT, false, KafkaTopic.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IOException(
                    "'" + address
                            + "' needs the Kafka client, which is not in onrecord.jar: put the folder 'lib' of the"
                            + " build, with kafka-clients in it, beside onrecord.jar",
                    e);
        }
    }

    private static Map<String, String> read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IllegalArgumentException e) {
            throw malformed(file, e);
        } catch (IOException e) {
            throw new IOException("--kafka-config '" + file + "' cannot be read: " + Reason.of(e), e);
        }
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
        try {
            ClientSettings.check(settings);
        } catch (IllegalArgumentException e) {
            throw malformed(file, e);
        }
        return settings;
    }

    private static IllegalArgumentException malformed(Path file, IllegalArgumentException e) {
        return new IllegalArgumentException(
                "--kafka-config '" + file + "' is no file of properties of Kafka clients: " + Reason.of(e), e);
    }

    /** What was given: {@code kafka:BROKERS/TOPIC}. */
    String address() {
        return address;
    }

    /** The addresses of brokers, separated by commas. */
    String brokers() {
        return brokers;
    }

    /** The name of the topic at its brokers. */
    String name() {
        return name;
    }

    /** The properties of the file. */
    Map<String, String> settings() {
        return settings;
    }
}
