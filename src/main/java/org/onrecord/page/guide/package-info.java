// SPDX-License-Identifier: Apache-2.0
/** Pages that lead through the whole: home, search, questions, terms, shapes, codes, graphs. */
@NullMarked
package org.onrecord.page.guide;

import org.jspecify.annotations.NullMarked;
