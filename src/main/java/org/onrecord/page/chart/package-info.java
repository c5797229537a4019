// SPDX-License-Identifier: Apache-2.0
/**
 * Coordinates of pictures; the templates draw them as SVG.
 */
@NullMarked
package org.onrecord.page.chart;

import org.jspecify.annotations.NullMarked;
