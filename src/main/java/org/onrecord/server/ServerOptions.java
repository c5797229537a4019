// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import org.onrecord.guard.Limits;
import org.onrecord.guard.engine.Services;
import org.onrecord.http.Clients;

/**
 * Options of a server.
 *
 * @param address where it listens
 * @param limits limits of queries
 * @param http limits of requests
 * @param services endpoints allowed for SERVICE
 * @param clients identifies clients
 * @param journal the event log
 * @param access the access log
 */
public record ServerOptions(
        Address address,
        Limits limits,
        HttpLimits http,
        Services services,
        Clients clients,
        Journal journal,
        Journal access) {
    /** Default options. */
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

    /** Whether only this machine can reach the server, and not through a proxy. */
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

    /** The same with other endpoints allowed for SERVICE. */
    public ServerOptions with(Services other) {
        return new ServerOptions(address, limits, http, other, clients, journal, access);
    }

    /** The same with journals. */
    public ServerOptions with(Journal events, Journal requests) {
        return new ServerOptions(address, limits, http, services, clients, events, requests);
    }
}
