// SPDX-License-Identifier: Apache-2.0
/** Home, search, question, ontology and shapes pages, and coordinates of SVG charts. */
@NullMarked
package org.onrecord.site.guide;

import org.jspecify.annotations.NullMarked;
