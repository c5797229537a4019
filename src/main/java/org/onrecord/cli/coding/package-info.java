// SPDX-License-Identifier: Apache-2.0
/** Commands that create a home and change its articles. */
@NullMarked
package org.onrecord.cli.coding;

import org.jspecify.annotations.NullMarked;
