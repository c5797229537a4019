// SPDX-License-Identifier: Apache-2.0
/** On Record: a knowledge graph of who stated what. */
@NullMarked
package org.onrecord;

import org.jspecify.annotations.NullMarked;
