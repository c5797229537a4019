// SPDX-License-Identifier: Apache-2.0
/**
 * The site: which address gives what; search, feeds, and the validation of posted Turtle.
 *
 * <p>A site is made for one release; everything that does not depend on a request is made once.
 */
@NullMarked
package org.onrecord.site;

import org.jspecify.annotations.NullMarked;
