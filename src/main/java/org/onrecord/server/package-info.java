// SPDX-License-Identifier: Apache-2.0
/**
 * The running process: an embedded Fuseki that serves the current release, read-only.
 *
 * <p>What Fuseki does: it builds the Jetty server, knows the dataset as a service, and finds the operation of a request,
 * query at {@code /sparql} and Graph Store reads at {@code /data}. What we do: the processors of both operations, because
 * limits, status codes, formats, entity tags and error bodies are part of the contract; the pages, as a servlet beside the services; the
 * limits of connections and bodies, as Jetty handlers around all of it. The last of these answers queries that were answered
 * before.
 *
 * <p>Fuseki gets an empty list of modules; otherwise it would load those on the class path. SERVICE is switched off for the
 * whole process, because the setting of a dataset does not cover every operation.
 *
 * <p>Metrics are written in the text format of Prometheus (version 0.0.4). Fuseki's Micrometer is not used: it is
 * bound to Fuseki's own operations, and only counters, gauges and one histogram are needed. Unknown paths have the label
 * "other".
 *
 * <p>The log has one JSON object a line. Texts of queries are not logged, because they may identify a user. A request is
 * identified by its id, which the response has as {@code X-Request-Id}.
 */
@NullMarked
package org.onrecord.server;

import org.jspecify.annotations.NullMarked;
