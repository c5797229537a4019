// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

/** The server cannot listen at its address. */
public final class StartException extends RuntimeException {
    private final Address address;

    public StartException(Address address, String reason, Throwable cause) {
        super("Cannot listen at " + address.host() + ":" + address.port() + ": " + reason, cause);
        this.address = address;
    }

    /** The address. */
    public Address address() {
        return address;
    }
}
