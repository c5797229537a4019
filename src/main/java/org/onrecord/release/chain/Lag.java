// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.chain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a replica is behind the server that it follows.
 *
 * @param source the server or topic
 * @param releases the number of releases that it knows of and does not have
 * @param since when it last had all releases; the lag in seconds is the time since then
 * @param problem why it does not go on, if it does not
 */
public record Lag(String source, long releases, Instant since, Optional<String> problem) {
    /** The seconds since the replica last had all releases. */
    public double seconds() {
        return Math.max(0, Duration.between(since, Instant.now()).toMillis() / 1000.0);
    }
}
