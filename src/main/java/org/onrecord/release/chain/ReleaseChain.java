// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.chain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onrecord.release.chain.ChainRecord.Position;

/**
 * The chain of releases as a server knows it.
 *
 * @param log the last records
 * @param lag how far the server is behind the one that it follows; empty if it follows none
 */
public record ReleaseChain(ChangeLog log, Supplier<Optional<Lag>> lag) {
    /** The chain of a server that follows none. */
    public static ReleaseChain of(ChangeLog log) {
        return new ReleaseChain(log, Optional::empty);
    }

    /** The places of the last releases up to one of them, oldest first; empty if the log does not have it. */
    public List<Position> positions(String release) {
        return until(release, log.positions()).orElse(List.of());
    }

    /** The first places, of which the last is that of a release; empty if none is. */
    public static Optional<List<Position>> until(String release, List<Position> positions) {
        for (int at = positions.size(); at > 0; at--) {
            if (positions.get(at - 1).release().equals(release)) {
                return Optional.of(positions.subList(0, at));
            }
        }
        return Optional.empty();
    }

    /** The hashes of a release and of those before it. */
    public Set<String> releases(String release) {
        return Stream.concat(Stream.of(release), positions(release).stream().map(Position::release))
                .collect(Collectors.toSet());
    }
}
