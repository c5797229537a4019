// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import org.onrecord.guard.Limits;
import org.onrecord.guard.engine.Services;
import org.onrecord.http.Clients;

/**
 * How a server is run.
 *
 * @param address where it listens
 * @param limits of queries
 * @param http of requests
 * @param services what SERVICE may ask
 * @param clients how clients are told apart
 * @param journal takes what the operator should know
 * @param access takes a line for each request
 */
public record ServerOptions(
        Address address,
        Limits limits,
        HttpLimits http,
        Services services,
        Clients clients,
        Journal journal,
        Journal access) {
    /** Everything as usual, at an address. */
    public static ServerOptions at(Address address) {
        return new ServerOptions(
                address,
                Limits.DEFAULTS,
                HttpLimits.USUAL,
                Services.NONE,
                new Clients(false),
                Journal.SILENT,
                Journal.SILENT);
    }

    /** Whether it is reached from this machine only, and not through a proxy. */
    public boolean isPrivate() {
        return address.isLoopback() && !clients.behindProxy();
    }

    /** The same with other limits of queries. */
    public ServerOptions with(Limits other) {
        return new ServerOptions(address, other, http, services, clients, journal, access);
    }

    /** The same with other limits of requests. */
    public ServerOptions with(HttpLimits other) {
        return new ServerOptions(address, limits, other, services, clients, journal, access);
    }

    /** The same with other endpoints that SERVICE may ask. */
    public ServerOptions with(Services other) {
        return new ServerOptions(address, limits, http, other, clients, journal, access);
    }

    /** The same with journals. */
    public ServerOptions with(Journal events, Journal requests) {
        return new ServerOptions(address, limits, http, services, clients, events, requests);
    }
}
