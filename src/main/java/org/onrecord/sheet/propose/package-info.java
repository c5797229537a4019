// SPDX-License-Identifier: Apache-2.0
/** A first sheet for a text: its names, quotations and reporting verbs, sentence by sentence. */
@NullMarked
package org.onrecord.sheet.propose;

import org.jspecify.annotations.NullMarked;
