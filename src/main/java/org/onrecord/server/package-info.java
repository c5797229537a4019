// SPDX-License-Identifier: Apache-2.0
/**
 * The running process: an embedded Fuseki that serves the current release, read-only.
 *
 * <p>What Fuseki does: it builds the Jetty server, knows the dataset as a service, and finds the operation of a request,
 * query at {@code /sparql} and Graph Store reads at {@code /data}. What we do: the processors of both operations, because
 * limits, status codes, formats, entity tags and error bodies are promised; the pages, as a servlet beside the services; the
 * limits of connections and bodies, as Jetty handlers around all of it.
 *
 * <p>Fuseki gets an empty list of modules; otherwise it would load those on the class path. SERVICE is switched off for the
 * whole process, because the switch of the dataset does not reach every operation.
 *
 * <p>Metrics are written in the text format of Prometheus (version 0.0.4). Micrometer, which Fuseki brings, is not used: it
 * is bound to Fuseki's own operations, and a counter, a histogram and a gauge are all that is needed. Labels have few
 * values: a path that is not ours is "other".
 *
 * <p>The journal is one JSON object a line. Texts of queries are not written, because they may tell about a reader. A
 * request is found again by its id, which the answer carries as {@code X-Request-Id}.
 */
@NullMarked
package org.onrecord.server;

import org.jspecify.annotations.NullMarked;
