// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica.kafka;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A Kafka broker of its own, in a process, on free ports of this machine that it keeps when it is started again. */
final class KafkaBroker implements AutoCloseable {
    private static final Path LIB = Path.of("target/kafka/lib");
    private static final String ID = "AAAAAAAAAAAAAAAAAAAAAQ";

    private final Path folder;
    private final int port = freePort();
    private final int guarded = freePort();
    private Optional<Process> process = Optional.empty();

    /**
     * Starts a broker; where its jars are missing the test is skipped, or fails where CI is true.
     *
     * @param folder an empty folder for its files
     */
    KafkaBroker(Path folder) throws Exception {
        this.folder = folder;
        if (!Files.isDirectory(LIB)) {
            String message = "no Kafka in '" + LIB + "': mvn -f .ci/kafka/pom.xml process-resources";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            abort("skipped: " + message);
        }
        int controller = freePort();
        Files.writeString(
                folder.resolve("properties"),
                String.join(
                        "\n",
                        "process.roles=broker,controller",
                        "node.id=1",
                        "controller.quorum.voters=1@127.0.0.1:" + controller,
                        "controller.listener.names=CONTROLLER",
                        "listeners=PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller
                                + ",SASL_PLAINTEXT://127.0.0.1:" + guarded,
                        "listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SASL_PLAINTEXT:SASL_PLAINTEXT",
                        "sasl.enabled.mechanisms=PLAIN",
                        "listener.name.sasl_plaintext.plain.sasl.jaas.config="
                                + "org.apache.kafka.common.security.plain.PlainLoginModule required user_reader=\"secret\";",
                        "log.dirs=" + folder.resolve("data"),
                        "offsets.topic.replication.factor=1"));
        java("kafka.tools.StorageTool", "format", "-t", ID, "-c", "properties").waitFor();
        start();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again, and waits until it answers. */
    void start() throws Exception {
        process = Optional.of(java("kafka.Kafka", "properties"));
        try (Admin admin = admin()) {
            admin.describeCluster().nodes().get(60, TimeUnit.SECONDS);
        }
    }

    private Process java(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                LIB.toAbsolutePath() + "/*"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port));
    }

    /** Creates a topic and returns its address. */
    String topic(String name, int partitions) throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get(60, TimeUnit.SECONDS);
        }
        return address(name);
    }

    /** The names of its topics. */
    Set<String> topics() throws Exception {
        try (Admin admin = admin()) {
            return admin.listTopics().names().get(60, TimeUnit.SECONDS);
        }
    }

    /** The address of a topic. */
    String address(String name) {
        return "kafka:127.0.0.1:" + port + "/" + name;
    }

    /** The address of a topic where the user {@code reader} must give the password {@code secret}. */
    String guardedAddress(String name) {
        return "kafka:127.0.0.1:" + guarded + "/" + name;
    }

    /** The file with the messages of a topic. */
    Path file(String name) {
        return folder.resolve("data").resolve(name + "-0").resolve("00000000000000000000.log");
    }

    /** Ends it as SIGKILL does. */
    void kill() {
        process.ifPresent(running -> running.destroyForcibly().onExit().join());
    }

    /** Ends it as an operator does. */
    void stop() {
        process.ifPresent(running -> {
            running.destroy();
            running.onExit().join();
        });
    }

    @Override
    public void close() {
        kill();
    }
}
