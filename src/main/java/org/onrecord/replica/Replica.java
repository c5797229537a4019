// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.onrecord.release.Loading;
import org.onrecord.release.ReceivedReleases;
import org.onrecord.release.chain.ChainRecord.Position;
import org.onrecord.release.chain.ChangeLog;
import org.onrecord.release.chain.Steps;

/**
 * What a replica consists of.
 *
 * @param source brings records
 * @param peer the server whose dumps are loaded
 * @param releases makes releases
 * @param log the records that the replica has applied
 */
public record Replica(RecordSource source, PeerServer peer, ReceivedReleases releases, ChangeLog log) {
    private static final Duration PAUSE = Duration.ofSeconds(3);

    /**
     * The release to begin with: the stored one, brought forward to the last of the log, else that of the peer's dumps. Waits
     * while the peer is writing them.
     *
     * @param stored the release of a snapshot
     * @param console receives messages for the operator
     * @throws IOException if the peer cannot be reached, or its dumps cannot be used
     */
    public Loading.Ready first(Optional<Loading.Ready> stored, Consumer<String> console)
            throws IOException, InterruptedException {
        if (stored.isPresent()) {
            Steps steps = Steps.replay(stored.get().release(), log);
            String hash = steps.stated().hashes().hash();
            if (log.position().map(Position::release).equals(Optional.of(hash))) {
                return steps.result(stored.get(), releases);
            }
        }
        console.accept("loading the dumps of " + peer.url());
        Bootstrap.Loaded loaded = load(console);
        log.restart(loaded.positions());
        return loaded.ready();
    }

    private Bootstrap.Loaded load(Consumer<String> console) throws IOException, InterruptedException {
        while (true) {
            try {
                return new Bootstrap(peer, releases).load();
            } catch (BusyException e) {
                console.accept(e.getMessage() + "; asking again in %d seconds".formatted(PAUSE.toSeconds()));
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }
}
