// SPDX-License-Identifier: Apache-2.0
/**
 * The site as a whole: which address gives what.
 *
 * <p>A site is made once for a snapshot; everything that does not depend on a request is made then.
 */
@NullMarked
package org.onrecord.web.site;

import org.jspecify.annotations.NullMarked;
