// SPDX-License-Identifier: Apache-2.0
/**
 * Answering over HTTP: paths, negotiation, caching headers, error bodies.
 *
 * <p>A route is a function from a request to a {@link org.onrecord.web.Reply}; one class writes every reply. A reply is whole before
 * its status is sent, so that no answer is ever cut. Fuseki's own query operation is not used: it sends the status with the
 * first row, does not know 406, and writes its errors as plain text.
 */
@NullMarked
package org.onrecord.web;

import org.jspecify.annotations.NullMarked;
