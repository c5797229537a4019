// SPDX-License-Identifier: Apache-2.0
/**
 * Numbers about the running server, in the text format of Prometheus (version 0.0.4).
 *
 * <p>Written by hand, because a counter, a histogram and a gauge are what is needed: Micrometer, which Fuseki brings, is
 * bound to Fuseki's own operations. Every label has few values, whatever is asked: a path that is not ours is "other".
 */
@NullMarked
package org.onrecord.server.metrics;

import org.jspecify.annotations.NullMarked;
