// SPDX-License-Identifier: Apache-2.0
/** Pages about the whole: home, search, questions, ontology, shapes; and coordinates of charts, which templates draw as SVG. */
@NullMarked
package org.onrecord.site.guide;

import org.jspecify.annotations.NullMarked;
