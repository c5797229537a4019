// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

/**
 * Where a server listens.
 *
 * @param host a host name or IP address of this machine; {@code 127.0.0.1} is reached from this machine only
 * @param port a TCP port, or 0 for any free one
 */
public record Address(String host, int port) {
    private static final int MAX_PORT = 65_535;

    public Address {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("'" + port + "' is no port; give one from 0 to " + MAX_PORT);
        }
    }
}
