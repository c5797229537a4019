// SPDX-License-Identifier: Apache-2.0
/**
 * Answering over HTTP: paths, parameters, bodies, caching headers, problem details (RFC 9457).
 *
 * <p>A route is a function from a request to a {@link org.onrecord.http.Reply}; one class writes every reply, and one writes
 * the errors of Jetty and ours alike. A reply is complete before its status is sent, so no answer is cut.
 */
@NullMarked
package org.onrecord.http;

import org.jspecify.annotations.NullMarked;
