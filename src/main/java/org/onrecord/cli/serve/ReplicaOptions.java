// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.onrecord.cli.option.CommandException;
import org.onrecord.cli.option.ExitCode;
import org.onrecord.release.ReceivedReleases;
import org.onrecord.release.chain.ChangeLog;
import org.onrecord.replica.HttpSource;
import org.onrecord.replica.PeerServer;
import org.onrecord.replica.RecordSource;
import org.onrecord.replica.Replica;
import org.onrecord.replica.kafka.KafkaSource;
import org.onrecord.replica.kafka.KafkaTopic;
import org.onrecord.source.Home;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of {@code serve} for following and publishing releases. Each has an environment variable, which the option overrides. */
public final class ReplicaOptions {
    private static final String KAFKA = "kafka:";

    @Option(
            names = "--follow",
            defaultValue = "${env:ONRECORD_FOLLOW}",
            paramLabel = "SOURCE",
            description =
                    "Serve the releases of another server instead of a home: its URL, or kafka:BROKERS/TOPIC with --bootstrap. ONRECORD_FOLLOW.")
    private Optional<String> follow = Optional.empty();

    @Option(
            names = "--bootstrap",
            defaultValue = "${env:ONRECORD_BOOTSTRAP}",
            paramLabel = "URL",
            description =
                    "The server whose dumps a replica starts from. ONRECORD_BOOTSTRAP. Default: the server that --follow names.")
    private Optional<String> bootstrap = Optional.empty();

    @Option(
            names = "--publish",
            defaultValue = "${env:ONRECORD_PUBLISH}",
            paramLabel = "kafka:BROKERS/TOPIC",
            description = "Publish each release to a topic of Apache Kafka; needs --store. ONRECORD_PUBLISH.")
    private Optional<String> publish = Optional.empty();

    @Option(
            names = "--kafka-config",
            defaultValue = "${env:ONRECORD_KAFKA_CONFIG}",
            paramLabel = "FILE",
            description = "Properties of the Kafka client, such as those of TLS and SASL. ONRECORD_KAFKA_CONFIG.")
    private Optional<Path> config = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * Checks that the options fit together.
     *
     * @param hasHome whether options of a home are given
     * @param hasStore whether there is a store
     * @throws ParameterException if they do not
     */
    void check(boolean hasHome, boolean hasStore) {
        if (isReplica() && hasHome) {
            throw usage("--follow serves the data of another server; leave out --home and --watch");
        }
        if (isReplica() && given(publish).isPresent()) {
            throw usage("--publish is an option of the server that makes the releases; leave it out with --follow");
        }
        if (given(publish).isPresent() && !hasStore) {
            throw usage("--publish also needs --store DIR, where what is not published yet is kept");
        }
        if (given(bootstrap).isPresent() && !isReplica()) {
            throw usage("--bootstrap also needs --follow");
        }
    }

    /** Whether releases of another server are served. */
    boolean isReplica() {
        return given(follow).isPresent();
    }

    private static Optional<String> given(Optional<String> value) {
        return value.filter(text -> !text.isBlank());
    }

    /**
     * The parts of the replica.
     *
     * @param log where the place in the chain of releases is kept
     * @throws ParameterException if an option is malformed or missing
     * @throws CommandException if the Kafka client is missing, or its file cannot be read
     */
    Replica replica(ChangeLog log) {
        PeerServer peer = peer();
        RecordSource source = given(follow)
                .filter(address -> address.startsWith(KAFKA))
                .<RecordSource>map(address -> new KafkaSource(topic(address)))
                .orElseGet(() -> new HttpSource(peer));
        return new Replica(source, peer, ReceivedReleases.of(Home.bundled()), log);
    }

    /**
     * The topic to which releases are published, if there is one.
     *
     * @throws ParameterException if its address is malformed
     * @throws CommandException if the Kafka client is missing, or its file cannot be read
     */
    Optional<KafkaTopic> publish() {
        return given(publish).map(this::topic);
    }

    private KafkaTopic topic(String address) {
        try {
            return KafkaTopic.of(address, config);
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandException(ExitCode.OUTSIDE, String.valueOf(e.getMessage()));
        }
    }

    /** The server whose dumps are loaded. */
    private PeerServer peer() {
        Optional<String> url = given(bootstrap).or(() -> given(follow).filter(source -> !source.startsWith(KAFKA)));
        try {
            return new PeerServer(url.orElseThrow(() -> new IllegalArgumentException(
                    "--follow kafka:... also needs --bootstrap URL, the server whose dumps are loaded first")));
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
