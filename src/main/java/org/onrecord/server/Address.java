// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import java.util.Set;

/**
 * The address of a server.
 *
 * @param host a host name or IP address of this machine; {@code 127.0.0.1} is reached from this machine only
 * @param port a TCP port, or 0 for any free one
 */
public record Address(String host, int port) {
    private static final int MAX_PORT = 65_535;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");

    public Address {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("Invalid port '" + port + "': use 0 to " + MAX_PORT);
        }
    }

    /** Whether it is a loopback address. */
    boolean isLoopback() {
        return LOOPBACK.contains(host);
    }
}
