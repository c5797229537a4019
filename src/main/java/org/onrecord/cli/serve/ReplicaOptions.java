// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.serve;

import java.util.Optional;
import org.onrecord.release.ReceivedReleases;
import org.onrecord.release.chain.ChangeLog;
import org.onrecord.replica.HttpSource;
import org.onrecord.replica.PeerServer;
import org.onrecord.replica.Replica;
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

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Whether releases of another server are served. */
    public boolean isReplica() {
        return follow().isPresent();
    }

    private Optional<String> follow() {
        return follow.filter(source -> !source.isBlank());
    }

    /**
     * The parts of the replica.
     *
     * @param log where the place in the chain of releases is kept
     * @throws ParameterException if an option is malformed or missing
     */
    public Replica replica(ChangeLog log) {
        PeerServer peer = peer();
        return new Replica(new HttpSource(peer), peer, ReceivedReleases.of(Home.bundled()), log);
    }

    /**
     * The server whose dumps are loaded.
     *
     * @throws ParameterException if none is given, or its URL is malformed
     */
    private PeerServer peer() {
        Optional<String> url = bootstrap
                .filter(given -> !given.isBlank())
                .or(() -> follow().filter(source -> !source.startsWith(KAFKA)));
        try {
            return new PeerServer(url.orElseThrow(() -> new IllegalArgumentException(
                    "--follow kafka:... also needs --bootstrap URL, the server whose dumps are loaded first")));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
