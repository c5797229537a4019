// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sparql;

import org.onrecord.guard.Guard;
import org.onrecord.guard.engine.Services;
import org.onrecord.http.Clients;

/**
 * Settings of SPARQL endpoints.
 *
 * @param guard executes queries within limits
 * @param services endpoints allowed for SERVICE
 * @param reader parses requests
 * @param clients identifies clients
 * @param program version of the program; part of entity tags
 */
public record EndpointSettings(Guard guard, Services services, RequestReader reader, Clients clients, String program) {}
