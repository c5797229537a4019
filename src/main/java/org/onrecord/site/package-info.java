// SPDX-License-Identifier: Apache-2.0
/**
 * The site: routes, search, feeds, and validation of posted Turtle.
 *
 * <p>A site serves one release. Everything independent of requests is built once.
 */
@NullMarked
package org.onrecord.site;

import org.jspecify.annotations.NullMarked;
