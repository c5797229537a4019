// SPDX-License-Identifier: Apache-2.0
/**
 * What went wrong, for programs and people: RFC 9457.
 *
 * <p>One class writes the errors of Jetty and ours alike.
 */
@NullMarked
package org.onrecord.web.problem;

import org.jspecify.annotations.NullMarked;
