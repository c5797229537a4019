// SPDX-License-Identifier: Apache-2.0
/**
 * HTTP: routes, parameters, bodies, caching headers, problem details (RFC 9457).
 *
 * <p>A route is a function from a request to a {@link org.onrecord.http.Reply}; replies and errors, also
 * those of Jetty, are written in one place each. A reply is complete before its status is sent, so that no response is truncated.
 */
@NullMarked
package org.onrecord.http;

import org.jspecify.annotations.NullMarked;
