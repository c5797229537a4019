// SPDX-License-Identifier: Apache-2.0
/**
 * Checks of the files below {@code data/} that no shape makes, or that a shape only warns of: each rule is a query that
 * finds what breaks it. They read folders, so that a new article is checked because it is there.
 */
@NullMarked
package org.onrecord.data;

import org.jspecify.annotations.NullMarked;
