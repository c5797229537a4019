// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sparql;

import org.onrecord.guard.Guard;
import org.onrecord.guard.engine.Services;
import org.onrecord.http.Clients;

/**
 * What the endpoints of all releases of a process share.
 *
 * @param guard the limits of queries
 * @param services the endpoints that SERVICE may call
 * @param reader reads requests
 * @param clients tells clients apart
 * @param program its version; part of entity tags, because the same release may look different in another version
 */
public record EndpointSettings(Guard guard, Services services, RequestReader reader, Clients clients, String program) {}
