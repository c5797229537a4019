// SPDX-License-Identifier: Apache-2.0
/**
 * What clients may hold of the server: threads, bodies that arrive, connections, answers that they do not read.
 *
 * <p>Each bound is met by letting go of what is held, so that no client keeps anything by doing nothing. Jetty's
 * {@code QoSHandler} is not used: it counts a request until its answer was read, so that slow readers would fill it.
 * {@code ThreadLimitHandler} counts threads, which are what is scarce.
 */
@NullMarked
package org.onrecord.server.connection;

import org.jspecify.annotations.NullMarked;
