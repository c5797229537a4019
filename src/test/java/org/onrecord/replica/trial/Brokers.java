// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Three Kafka brokers, each in a network namespace, and a topic on all of them. */
final class Brokers {
    private static final String ID = "AAAAAAAAAAAAAAAAAAAAAQ";
    private static final String TOPIC = "releases";
    private static final int COUNT = 3;

    private final List<Node> nodes = new ArrayList<>();
    private final String servers;

    Brokers(Path folder, Network network)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        List<String> addresses = new ArrayList<>();
        for (int id = 1; id <= COUNT; id++) {
            addresses.add(network.add("k" + id));
        }
        servers = addresses.stream().map(address -> address + ":9092").collect(Collectors.joining(","));
        String voters = IntStream.rangeClosed(1, COUNT)
                .mapToObj(id -> id + "@" + addresses.get(id - 1) + ":9093")
                .collect(Collectors.joining(","));
        for (int id = 1; id <= COUNT; id++) {
            nodes.add(node(folder.resolve("k" + id), id, addresses.get(id - 1), voters));
        }
        for (Node node : nodes) {
            node.start();
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            NewTopic topic = new NewTopic(TOPIC, 1, (short) COUNT).configs(Map.of("min.insync.replicas", "2"));
            admin.describeCluster().nodes().get(90, TimeUnit.SECONDS);
            Thread.sleep(5000);
            admin.createTopics(List.of(topic)).all().get(60, TimeUnit.SECONDS);
        }
    }

    private static Node node(Path folder, int id, String address, String voters) throws IOException {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Path.of("target/kafka/lib").toAbsolutePath() + "/*");
        Path properties = folder.resolve("properties");
        Node node = new Node("k" + id, folder, words(java, "kafka.Kafka", properties.toString()));
        Files.writeString(
                properties,
                String.join(
                        "\n",
                        "process.roles=broker,controller",
                        "node.id=" + id,
                        "controller.quorum.voters=" + voters,
                        "controller.listener.names=CONTROLLER",
                        "listeners=PLAINTEXT://" + address + ":9092,CONTROLLER://" + address + ":9093",
                        "listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
                        "log.dirs=" + Node.disk(folder).resolve("data"),
                        "log.segment.bytes=1048576",
                        "metadata.log.segment.bytes=8388608",
                        "offsets.topic.replication.factor=3",
                        "broker.session.timeout.ms=6000"));
        Network.run(words(java, "kafka.tools.StorageTool", "format", "-t", ID, "-c", properties.toString())
                .toArray(String[]::new));
        return node;
    }

    private static List<String> words(List<String> first, String... more) {
        List<String> all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return all;
    }

    List<Node> nodes() {
        return nodes;
    }

    String servers() {
        return servers;
    }

    String name() {
        return TOPIC;
    }

    /** The address of the topic. */
    String topic() {
        return "kafka:" + servers + "/" + TOPIC;
    }
}
