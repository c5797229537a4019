// SPDX-License-Identifier: Apache-2.0
/** The commands for coding one's own articles. */
@NullMarked
package org.onrecord.cli.coding;

import org.jspecify.annotations.NullMarked;
