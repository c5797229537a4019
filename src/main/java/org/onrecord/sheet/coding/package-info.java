// SPDX-License-Identifier: Apache-2.0
/** The coding of an article: spans, mentions and facts, from and to its graph, and what follows by rule. */
@NullMarked
package org.onrecord.sheet.coding;

import org.jspecify.annotations.NullMarked;
