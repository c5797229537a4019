// SPDX-License-Identifier: Apache-2.0
/**
 * Limits of what clients can occupy: threads, request bodies, connections, unread responses.
 *
 * <p>At each limit the longest or oldest holder is evicted, so that idle clients do not keep resources. Jetty's
 * {@code QoSHandler} is not used: it counts a request until its response is read, so that slow readers would exhaust it.
 * {@code ThreadLimitHandler} counts threads, which are the scarce resource.
 */
@NullMarked
package org.onrecord.server.connection;

import org.jspecify.annotations.NullMarked;
